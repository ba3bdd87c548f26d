<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>OutcomeSheet</name>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>نتیجه پرونده</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>It counts only when the signatures of all sides were seen.</source>
        <translation>تا امضای همه طرفین دیده نشود، سازش به شمار نمی‌آید.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Outcome: {label}</source>
        <translation>نتیجه: {label}</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>ثبت نتیجه</translation>
    </message>
    <message>
        <source>Signatures of all sides seen on</source>
        <translation>امضای همه طرفین دیده شد در</translation>
    </message>
    <message>
        <source>The subject may be a public matter: the settlement also goes to the judiciary.</source>
        <translation>این موضوع ممکن است جنبه عمومی داشته باشد؛ سازش به مرجع قضایی هم فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>now: {status}</source>
        <translation>اکنون: {status}</translation>
    </message>
    <message>
        <source>{count} more recorded invitations are needed first.</source>
        <translation>نخست {count} دعوت دیگر باید ثبت شود.</translation>
    </message>
</context>
</TS>

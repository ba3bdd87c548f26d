<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>OutcomeSheet</name>
    <message>
        <source>Day</source>
        <translation>روز نتیجه</translation>
    </message>
    <message>
        <source>File {number} · stands at: {status}</source>
        <translation>پرونده {number} · وضعیت: {status}</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>Leave the outcome?</source>
        <translation>ثبت نتیجه رها شود؟</translation>
    </message>
    <message>
        <source>Name the body, the other file or the reason.</source>
        <translation>نام نهاد، شماره پرونده دیگر یا دلیل را بنویسید.</translation>
    </message>
    <message>
        <source>Outcome of the file</source>
        <translation>نتیجه پرونده</translation>
    </message>
    <message>
        <source>Outcome recorded: {outcome}</source>
        <translation>نتیجه ثبت شد: {outcome}</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>ثبت نتیجه</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>امضاها</translation>
    </message>
    <message>
        <source>The matter may hold a public offence: it is recorded and sent to the judiciary, not closed here.</source>
        <translation>موضوع می‌تواند جنبه عمومی داشته باشد؛ ثبت می‌شود و به مرجع قضایی می‌رود، در واحد مختومه نمی‌شود.</translation>
    </message>
    <message>
        <source>The signatures of all sides were seen</source>
        <translation>امضای همه طرفین دیده شد</translation>
    </message>
    <message>
        <source>Until the signatures were seen it waits and counts as no settlement.</source>
        <translation>تا امضای همه دیده نشود، «در انتظار امضا» می‌ماند و سازش شمرده نمی‌شود.</translation>
    </message>
    <message>
        <source>{count} more recorded invitations are needed</source>
        <translation>{count} دعوت ثبت‌شده دیگر لازم است</translation>
    </message>
</context>
</TS>

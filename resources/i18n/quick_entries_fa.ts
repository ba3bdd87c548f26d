<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AdviceSheet</name>
    <message>
        <source>Advice without a file</source>
        <translation>مشاوره بدون پرونده</translation>
    </message>
    <message>
        <source>Ambulance 115 · Social emergency 123 · Patrol 110</source>
        <translation>اورژانس ۱۱۵ · اورژانس اجتماعی ۱۲۳ · گشت ۱۱۰</translation>
    </message>
    <message>
        <source>Becomes a file</source>
        <translation>پرونده شود</translation>
    </message>
    <message>
        <source>Correct the advice</source>
        <translation>اصلاح مشاوره</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>Is anybody in danger?</source>
        <translation>کسی در خطر است؟</translation>
    </message>
    <message>
        <source>Keep the draft and leave</source>
        <translation>ماندن پیش‌نویس و خروج</translation>
    </message>
    <message>
        <source>Leave the advice?</source>
        <translation>از این برگه بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>مدت به دقیقه</translation>
    </message>
    <message>
        <source>Name, if told</source>
        <translation>نام، اگر گفت</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Register the advice</source>
        <translation>ثبت مشاوره</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Telephone, if told</source>
        <translation>تلفن، اگر گفت</translation>
    </message>
    <message>
        <source>The advice is corrected</source>
        <translation>مشاوره اصلاح شد</translation>
    </message>
    <message>
        <source>The advice was registered</source>
        <translation>مشاوره ثبت شد</translation>
    </message>
    <message>
        <source>What you typed is stored as a draft.</source>
        <translation>آنچه نوشته‌اید پیش‌نویس می‌شود.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>FindCaseSheet</name>
    <message>
        <source>Number of the file, with or without separators, or a name</source>
        <translation>شماره پرونده، با خط تیره یا بی آن، یا نام</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>کدام پرونده؟</translation>
    </message>
</context>
<context>
    <name>NightPage</name>
    <message>
        <source>Ambulance 115 · Social emergency 123 · Patrol 110</source>
        <translation>اورژانس ۱۱۵ · اورژانس اجتماعی ۱۲۳ · گشت ۱۱۰</translation>
    </message>
    <message>
        <source>Anything else that was done, and with whom one spoke</source>
        <translation>کار دیگر؛ با چه کسی صحبت شد؟</translation>
    </message>
    <message>
        <source>As far as known; «unknown» is enough</source>
        <translation>تا آنجا که می‌دانید؛ «نامشخص» هم کافی است</translation>
    </message>
    <message>
        <source>At what hour</source>
        <translation>چه ساعتی؟</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>Hour of what was done</source>
        <translation>ساعت اقدام</translation>
    </message>
    <message>
        <source>Is anybody in danger now?</source>
        <translation>اکنون کسی در خطر است؟</translation>
    </message>
    <message>
        <source>Night form</source>
        <translation>فرم شب</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>On call: {name}, {day} from {hours}</source>
        <translation>آماده‌به‌کار: {name}، {day} از {hours}</translation>
    </message>
    <message>
        <source>Register, next form</source>
        <translation>ثبت و فرم بعدی</translation>
    </message>
    <message>
        <source>Registered; the unit sees it in the morning</source>
        <translation>ثبت شد؛ واحد صبح آن را می‌بیند</translation>
    </message>
    <message>
        <source>Telephone on which calling is safe</source>
        <translation>تلفن تماس</translation>
    </message>
    <message>
        <source>The unit reads it in the morning; after registering it can&apos;t be seen here any more.</source>
        <translation>واحد صبح آن را می‌خواند؛ پس از ثبت، اینجا دیگر دیده نمی‌شود</translation>
    </message>
    <message>
        <source>What happened, in one line</source>
        <translation>چه پیش آمد؟ (در یک خط)</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>چه کردید؟</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>چه کسانی آمدند؟</translation>
    </message>
    <message>
        <source>Written at night</source>
        <translation>یادداشت شب</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>NightSheet</name>
    <message>
        <source>A counsellor or social worker completes this entry; tell one of them now.</source>
        <translation>این یادداشت را یکی از همکاران مشاور یا مددکار تکمیل می‌کند؛ همین حالا یکی را خبر کنید.</translation>
    </message>
    <message>
        <source>Becomes a file</source>
        <translation>پرونده شود</translation>
    </message>
    <message>
        <source>Belongs to a file</source>
        <translation>پیوستن به پرونده</translation>
    </message>
    <message>
        <source>Close with words</source>
        <translation>بستن با توضیح</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>Done at {hour}: {what}</source>
        <translation>اقدام در ساعت {hour}: {what}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>اقدام: {what}</translation>
    </message>
    <message>
        <source>It was advice</source>
        <translation>مشاوره بود</translation>
    </message>
    <message>
        <source>Night entry</source>
        <translation>یادداشت شب</translation>
    </message>
    <message>
        <source>Telephone on which calling is safe: {phone}</source>
        <translation>تلفن تماس: {phone}</translation>
    </message>
    <message>
        <source>What happened is read by counsellors; it goes into the file by itself.</source>
        <translation>شرح ماجرا را مشاوران می‌خوانند؛ خودش در پرونده می‌نشیند.</translation>
    </message>
    <message>
        <source>Why nothing more is to be done</source>
        <translation>چرا کار دیگری نمی‌ماند؟</translation>
    </message>
    <message>
        <source>{day}, {hour} · officer: {officer}</source>
        <translation>{day}، {hour} · افسر: {officer}</translation>
    </message>
</context>
<context>
    <name>OneName</name>
    <message>
        <source>name: {given} · family name: {family}</source>
        <translation>نام: {given} · نام خانوادگی: {family}</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>A comma parts name and family name where they are longer</source>
        <translation>اگر بلندتر است، نام و نام خانوادگی را با «،» جدا کنید</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Each keeps its old number, and search finds it. The rest can be completed later.</source>
        <translation>هر پرونده شماره قدیمی خود را نگه می‌دارد و با آن پیدا می‌شود؛ بقیه را بعد هم می‌شود کامل کرد.</translation>
    </message>
    <message>
        <source>File {number} was registered; {count} in this sitting.</source>
        <translation>پرونده {number} ثبت شد؛ {count} پرونده در این نوبت.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>تمام شد</translation>
    </message>
    <message>
        <source>Number on the folder</source>
        <translation>شماره روی پوشه</translation>
    </message>
    <message>
        <source>Open paper files</source>
        <translation>پرونده‌های باز کاغذی</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>تاریخ تشکیل</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>Register, next file</source>
        <translation>ثبت و پرونده بعدی</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>کجای کار است؟</translation>
    </message>
</context>
<context>
    <name>QuickEntriesPage</name>
    <message>
        <source>Advice without a file</source>
        <translation>مشاوره بدون پرونده</translation>
    </message>
    <message>
        <source>Became a file</source>
        <translation>پرونده شد</translation>
    </message>
    <message>
        <source>Becomes a file</source>
        <translation>پرونده شود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>اصلاح</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>For a counsellor</source>
        <translation>برای مشاور</translation>
    </message>
    <message>
        <source>From the night</source>
        <translation>یادداشت‌های شب</translation>
    </message>
    <message>
        <source>Neither a name nor a note was written.</source>
        <translation>نام و یادداشتی نوشته نشده است.</translation>
    </message>
    <message>
        <source>No advice in these seven days; a short talk is counted here with one key.</source>
        <translation>در این هفت روز مشاوره‌ای ثبت نشده است؛ هر گفت‌وگوی کوتاه با یک کلید اینجا شمرده می‌شود.</translation>
    </message>
    <message>
        <source>No night entry waits.</source>
        <translation>یادداشت شبی نمانده است.</translation>
    </message>
    <message>
        <source>Open paper files</source>
        <translation>پرونده‌های باز کاغذی</translation>
    </message>
    <message>
        <source>Quick entries</source>
        <translation>ثبت سریع</translation>
    </message>
    <message>
        <source>Session was held; record it</source>
        <translation>جلسه برگزار شده؛ ثبت شود</translation>
    </message>
    <message>
        <source>To which file does it belong?</source>
        <translation>از کدام پرونده است؟</translation>
    </message>
    <message>
        <source>Waits for a file</source>
        <translation>در انتظار پرونده</translation>
    </message>
    <message>
        <source>the last seven days, and what waits</source>
        <translation>هفت روز گذشته، و آنچه در انتظار است</translation>
    </message>
    <message>
        <source>{count} to complete</source>
        <translation>{count} مورد</translation>
    </message>
    <message>
        <source>{day} · officer {officer}</source>
        <translation>{day} · افسر {officer}</translation>
    </message>
    <message>
        <source>{day} · {minutes} minutes · {result}</source>
        <translation>{day} · {minutes} دقیقه · {result}</translation>
    </message>
</context>
</TS>

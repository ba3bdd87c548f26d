<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CheckLine</name>
    <message>
        <source>Go there</source>
        <translation>برو به آن</translation>
    </message>
    <message>
        <source>Go there: {what}</source>
        <translation>برو به آن: {what}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
</context>
<context>
    <name>ClosingSheet</name>
    <message>
        <source>Close the file</source>
        <translation>مختومه کردن پرونده</translation>
    </message>
    <message>
        <source>Nothing is deleted; late notes can still be added, and the file can be taken up again.</source>
        <translation>چیزی حذف نمی‌شود؛ یادداشت دیرهنگام افزودنی است و پرونده را می‌توان دوباره باز کرد.</translation>
    </message>
    <message>
        <source>The file is closed.</source>
        <translation>پرونده مختومه شد.</translation>
    </message>
    <message>
        <source>What is marked here has to be done before the file is closed.</source>
        <translation>آنچه در فهرست نشان‌دار است باید پیش از مختومه شدن انجام شود.</translation>
    </message>
    <message>
        <source>Why something is left open</source>
        <translation>چرا چیزی باز مانده است؟</translation>
    </message>
    <message>
        <source>{count} follow-ups that are still to come end with it.</source>
        <translation>{count} پیگیری که هنوز مانده است با آن پایان می‌یابد.</translation>
    </message>
</context>
<context>
    <name>ReopenSheet</name>
    <message>
        <source>In a few words</source>
        <translation>در چند کلمه</translation>
    </message>
    <message>
        <source>Number and history stay; the next outcome begins a new round. Calls that were still to come end.</source>
        <translation>شماره و سابقه می‌ماند؛ نتیجه بعدی دوره تازه‌ای آغاز می‌کند. پیگیری‌های مانده کنار گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>Take the file up again</source>
        <translation>باز کردن دوباره پرونده</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>باز کردن دوباره</translation>
    </message>
    <message>
        <source>The file is open again.</source>
        <translation>پرونده دوباره باز شد.</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>علت بازگشت</translation>
    </message>
</context>
</TS>

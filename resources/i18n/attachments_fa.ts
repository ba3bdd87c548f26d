<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AttachSheet</name>
    <message>
        <source>Choose the file first.</source>
        <translation>نخست فایل را برگزینید.</translation>
    </message>
    <message>
        <source>Choose the paper.</source>
        <translation>برگه را انتخاب کنید.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>نگهداری</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Recorded where the original lies.</source>
        <translation>جای اصل برگه ثبت شد.</translation>
    </message>
    <message>
        <source>Scan or original</source>
        <translation>اسکن یا اصل برگه</translation>
    </message>
    <message>
        <source>Signed sheet of</source>
        <translation>برگ امضاشده</translation>
    </message>
    <message>
        <source>The scan is kept.</source>
        <translation>اسکن نگهداری شد.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>چه چیزی نگه داشته می‌شود؟</translation>
    </message>
    <message>
        <source>Where the original lies</source>
        <translation>اصل برگه کجاست؟</translation>
    </message>
    <message>
        <source>a scan</source>
        <translation>اسکن</translation>
    </message>
    <message>
        <source>has a scan</source>
        <translation>اسکن دارد</translation>
    </message>
    <message>
        <source>the original lies in a binder</source>
        <translation>اصل در زونکن</translation>
    </message>
</context>
<context>
    <name>AttachmentSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>void: {reason}</source>
        <translation>باطل: {reason}</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} صفحه</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Scans</source>
        <translation>اسکن‌ها</translation>
    </message>
    <message>
        <source>void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} صفحه</translation>
    </message>
</context>
<context>
    <name>ScanEdit</name>
    <message>
        <source>Choose the file</source>
        <translation>انتخاب فایل</translation>
    </message>
    <message>
        <source>Only a PDF or a picture (JPEG, PNG) is kept; scan the sheet again.</source>
        <translation>فقط فایل پی‌دی‌اف یا عکس (جی‌پگ، پی‌ان‌جی) نگه داشته می‌شود؛ برگه را دوباره اسکن کنید.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>اسکن‌ها</translation>
    </message>
    <message>
        <source>The file is larger than {most} megabytes; scan it in less detail.</source>
        <translation>فایل از {most} مگابایت بزرگ‌تر است؛ با وضوح کمتر اسکن کنید.</translation>
    </message>
    <message>
        <source>This PDF is locked by a password, and nobody could look at it; scan it without one.</source>
        <translation>این پی‌دی‌اف با گذرواژه بسته است و کسی نمی‌تواند آن را ببیند؛ برگه را بی‌گذرواژه اسکن کنید.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read; choose it again.</source>
        <translation>این فایل خوانده نمی‌شود؛ دوباره انتخاب کنید.</translation>
    </message>
    <message>
        <source>This file is damaged, and nobody could look at it; scan the sheet again.</source>
        <translation>این فایل خراب است و دیده نمی‌شود؛ برگه را دوباره اسکن کنید.</translation>
    </message>
    <message>
        <source>This file is empty; scan the sheet again.</source>
        <translation>این فایل خالی است؛ برگه را دوباره اسکن کنید.</translation>
    </message>
    <message>
        <source>{name} · {size} kilobytes</source>
        <translation>{name} · {size} کیلوبایت</translation>
    </message>
</context>
<context>
    <name>VoidAttachmentSheet</name>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Declare «{title}» void</source>
        <translation>ابطال «{title}»</translation>
    </message>
    <message>
        <source>The scan is void.</source>
        <translation>اسکن باطل شد.</translation>
    </message>
</context>
</TS>

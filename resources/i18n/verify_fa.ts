<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>VerdictCard</name>
    <message>
        <source>Altered or incomplete. Do not rely on it; ask the unit.</source>
        <translation>دست‌کاری شده یا ناقص است. به آن تکیه نکنید؛ از واحد بپرسید.</translation>
    </message>
    <message>
        <source>Genuine. Compare the text below with the sheet, line by line.</source>
        <translation>اصیل است. متن زیر را سطر به سطر با برگ مقایسه کنید.</translation>
    </message>
    <message>
        <source>In the signed text, but not in this file: {words}</source>
        <translation>در متن امضاشده هست و در این فایل نیست: {words}</translation>
    </message>
    <message>
        <source>Issued by {unit}</source>
        <translation>صادرکننده: {unit}</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>کلید {key}</translation>
    </message>
    <message>
        <source>No code of a paper was found.</source>
        <translation>نشان برگ پیدا نشد.</translation>
    </message>
    <message>
        <source>Short code {code}</source>
        <translation>کد صحت {code}</translation>
    </message>
    <message>
        <source>The paper is of a later day than the last one of its key. Do not rely on it; ask the unit.</source>
        <translation>تاریخ برگ پس از پایان کار کلید آن است. به آن تکیه نکنید؛ از واحد بپرسید.</translation>
    </message>
    <message>
        <source>Unknown unit. Its key is not known here, so nothing can be said.</source>
        <translation>واحد ناشناس. کلید آن این‌جا نیست؛ درباره‌اش چیزی نمی‌توان گفت.</translation>
    </message>
    <message>
        <source>Void. The unit issued this paper and then made it void.</source>
        <translation>باطل است. واحد آن را صادر و سپس باطل کرده است.</translation>
    </message>
    <message>
        <source>key in use until {day}</source>
        <translation>کلید تا {day} به کار می‌رفت</translation>
    </message>
    <message>
        <source>made void on {day}</source>
        <translation>باطل‌شده در {day}</translation>
    </message>
    <message>
        <source>no list of void papers is known</source>
        <translation>فهرست برگ‌های باطل در دست نیست</translation>
    </message>
    <message>
        <source>not void as of {day}</source>
        <translation>تا {day} باطل نشده است</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Check the text</source>
        <translation>سنجش نوشته</translation>
    </message>
    <message>
        <source>Choose a picture or file of the paper</source>
        <translation>انتخاب عکس یا فایل برگ</translation>
    </message>
    <message>
        <source>Is this paper genuine?</source>
        <translation>این برگ اصیل است؟</translation>
    </message>
    <message>
        <source>Let a photo, scan or PDF of the paper go here</source>
        <translation>عکس، اسکن یا پی‌دی‌اف برگ را این‌جا رها کنید</translation>
    </message>
    <message>
        <source>Or the text of the code, as a code reader gave it</source>
        <translation>یا نوشته نشان، همان‌گونه که بارکدخوان داد</translation>
    </message>
    <message>
        <source>Papers ({pattern})</source>
        <translation>برگ‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Sazesh</source>
        <translation>سازش</translation>
    </message>
    <message>
        <source>Text of the code</source>
        <translation>نوشته نشان</translation>
    </message>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>این فایل خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>The paper is being read …</source>
        <translation>برگ خوانده می‌شود …</translation>
    </message>
    <message>
        <source>The square code on a paper holds its text, signed by the unit. Choose a picture of the paper, or paste what a code reader gave. Nothing is stored, no network is needed.</source>
        <translation>نشان چهارگوش روی برگ، متن آن را با امضای واحد در خود دارد. عکس برگ را برگزینید، یا نوشته‌ای را که بارکدخوان داد این‌جا بگذارید. چیزی ذخیره نمی‌شود و شبکه لازم نیست.</translation>
    </message>
    <message>
        <source>This is the short code of a paper. Alone it proves nothing: only the unit that issued the paper can look it up in its own book, after signing in, under Settings, Genuine papers.</source>
        <translation>این کد صحت است و به‌تنهایی چیزی را ثابت نمی‌کند: فقط واحد صادرکننده، پس از ورود، در تنظیمات، «اصالت برگ‌ها»، می‌تواند آن را در دفتر خود بجوید.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>LeftDrafts</name>
    <message>
        <source>Draft: {page}</source>
        <translation>پیش‌نویس {page}</translation>
    </message>
    <message>
        <source>Drafts left over</source>
        <translation>پیش‌نویس‌های مانده</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعداً</translation>
    </message>
    <message>
        <source>These were not stored yet. Go on with one, or throw it away.</source>
        <translation>این‌ها هنوز ثبت نشده‌اند. یکی را ادامه دهید یا دور بریزید.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>written on {day} at {time}</source>
        <translation>نوشته‌شده در {day} ساعت {time}</translation>
    </message>
</context>
<context>
    <name>MissingSheet</name>
    <message>
        <source>Go and make it</source>
        <translation>ساختن برگه بازیابی</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعداً</translation>
    </message>
    <message>
        <source>Nobody has proved yet that a recovery sheet lies in the safe. Without it a forgotten password takes everything with it: all files, all papers, all backups.</source>
        <translation>تأیید نشده است که برگه بازیابی به‌کارنرفته‌ای در گاوصندوق است. بدون آن، با فراموش شدن گذرواژه‌ها همه پرونده‌ها، برگه‌ها و پشتیبان‌ها برای همیشه از دست می‌رود.</translation>
    </message>
    <message>
        <source>The recovery sheet is missing</source>
        <translation>برگه بازیابی لازم است</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>A newer version of Sazesh has worked with this folder. Install that version on this computer; the data were not touched.</source>
        <translation>نسخه تازه‌تری از سازش با این پوشه کار کرده است. همان نسخه را روی این رایانه نصب کنید؛ داده‌ها دست نخورده‌اند.</translation>
    </message>
    <message>
        <source>A year of a busy unit, all of it made up. This takes a moment, only this once.</source>
        <translation>یک سال از کار یک واحد پرکار، همه ساختگی. چند لحظه و تنها همین یک بار زمان می‌برد.</translation>
    </message>
    <message>
        <source>Another user of this computer, or another computer, has Sazesh open with this folder. Close it there, then try again.</source>
        <translation>کاربر دیگری روی همین رایانه یا رایانه دیگری سازش را با این پوشه باز کرده است. آن را آنجا ببندید و دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>انتخاب پوشه دیگر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Is the date of the computer right?</source>
        <translation>تاریخ رایانه درست است؟</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>فقط می‌بینم</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>بازیابی پشتیبان</translation>
    </message>
    <message>
        <source>Sign in as head</source>
        <translation>ورود مسئول واحد</translation>
    </message>
    <message>
        <source>The backup is being restored</source>
        <translation>پشتیبان بازیابی می‌شود</translation>
    </message>
    <message>
        <source>The data are encrypted anew</source>
        <translation>داده‌ها از نو رمزگذاری می‌شود</translation>
    </message>
    <message>
        <source>The data are here, but the key file keys.json that opens them is not. Put it back into this folder from where it was moved, or restore a backup. Nothing was changed.</source>
        <translation>داده‌ها اینجاست ولی فایل کلید (keys.json) که آن را باز می‌کند نیست. اگر جابه‌جا شده آن را به همین پوشه برگردانید یا پشتیبان را بازیابی کنید. چیزی تغییر نکرده است.</translation>
    </message>
    <message>
        <source>The data are open elsewhere</source>
        <translation>داده‌ها در جای دیگری باز است</translation>
    </message>
    <message>
        <source>The data could not be opened</source>
        <translation>داده‌ها باز نشد</translation>
    </message>
    <message>
        <source>The data file does not open with this key file, or a part of it cannot be read. Restore the last backup; the present files are kept beside it.</source>
        <translation>فایل داده‌ها با این کلید باز نمی‌شود یا بخشی از آن خوانا نیست. آخرین پشتیبان را بازیابی کنید؛ فایل‌های کنونی کنار آن نگه داشته می‌شوند.</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>فایل داده‌ها سالم نیست</translation>
    </message>
    <message>
        <source>The data file is missing</source>
        <translation>فایل داده‌ها نیست</translation>
    </message>
    <message>
        <source>The data folder cannot be reached</source>
        <translation>پوشه داده‌ها در دسترس نیست</translation>
    </message>
    <message>
        <source>The data were last at home on another computer or in another folder. If they moved here for good, say so: from then on numbers are given here, and the other copy must not be used. If this is only a copy to look at, nothing can be stored in it.</source>
        <translation>این داده‌ها پیش‌تر روی رایانه یا در پوشه دیگری بوده است. اگر برای همیشه به اینجا آمده، همین را بگویید: از این پس شماره‌ها اینجا داده می‌شود و نسخه دیگر نباید به کار رود. اگر تنها نسخه‌ای برای دیدن است، چیزی در آن ثبت نمی‌شود.</translation>
    </message>
    <message>
        <source>The data were last at home on another computer or in another folder. The head of the unit must sign in and confirm that they moved here; until then nothing can be stored.</source>
        <translation>این داده‌ها پیش‌تر روی رایانه یا در پوشه دیگری بوده است. مسئول واحد باید وارد شود و جابه‌جایی را تأیید کند؛ تا آن هنگام چیزی ثبت نمی‌شود.</translation>
    </message>
    <message>
        <source>The date is right</source>
        <translation>تاریخ درست است</translation>
    </message>
    <message>
        <source>The disk or the network drive with the data is not there. Connect it and try again, or choose where the data lie now.</source>
        <translation>دیسک یا درایو شبکه داده‌ها وصل نیست. آن را وصل کنید و دوباره تلاش کنید یا جای کنونی داده‌ها را برگزینید.</translation>
    </message>
    <message>
        <source>The folder cannot be written</source>
        <translation>در این پوشه نمی‌توان نوشت</translation>
    </message>
    <message>
        <source>The key file is here, but the data file sazesh.db is not. Put it back into this folder from where it was moved, or restore a backup.</source>
        <translation>فایل کلید اینجاست ولی فایل داده‌ها (sazesh.db) نیست. اگر جابه‌جا شده آن را به همین پوشه برگردانید یا پشتیبان را بازیابی کنید.</translation>
    </message>
    <message>
        <source>The key file is missing</source>
        <translation>فایل کلید نیست</translation>
    </message>
    <message>
        <source>The practice precinct is being made</source>
        <translation>کلانتری تمرینی ساخته می‌شود</translation>
    </message>
    <message>
        <source>These data are of a newer program</source>
        <translation>این داده‌ها از نسخه تازه‌تر است</translation>
    </message>
    <message>
        <source>They moved here</source>
        <translation>به اینجا آمده است</translation>
    </message>
    <message>
        <source>This folder comes from another place</source>
        <translation>این پوشه از جای دیگری آمده است</translation>
    </message>
    <message>
        <source>This takes a moment, a minute for a large file. Afterwards sign in again with your password.</source>
        <translation>این کار کمی طول می‌کشد؛ برای فایل بزرگ یک دقیقه. سپس دوباره با گذرواژه خود وارد شوید.</translation>
    </message>
    <message>
        <source>This takes a moment. Afterwards sign in again; the present files are kept beside the data.</source>
        <translation>چند لحظه زمان می‌برد. سپس دوباره وارد شوید؛ فایل‌های کنونی کنار داده‌ها نگه داشته می‌شوند.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Windows or the disk lets the program read this folder but store nothing in it. Ask whoever looks after the computer to allow writing here, then try again.</source>
        <translation>برنامه می‌تواند این پوشه را بخواند ولی چیزی در آن ثبت نمی‌شود. از مسئول رایانه بخواهید اجازه نوشتن بدهد، سپس دوباره تلاش کنید.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>پوشه داده‌ها را برگزینید</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Found when opening the data</source>
        <translation>هنگام باز شدن داده‌ها دیده شد</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>خواندم</translation>
    </message>
    <message>
        <source>The page of {name} waits behind the lock, as it was.</source>
        <translation>صفحه {name} همان‌گونه که بود پشت قفل مانده است.</translation>
    </message>
</context>
<context>
    <name>ProgramWindow</name>
    <message>
        <source>Sazesh</source>
        <translation>سازش</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Backups ({pattern})</source>
        <translation>پشتیبان‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Choose the backup file</source>
        <translation>فایل پشتیبان را برگزینید</translation>
    </message>
    <message>
        <source>Choose the backup file first.</source>
        <translation>نخست فایل پشتیبان را برگزینید.</translation>
    </message>
    <message>
        <source>Code of the recovery sheet</source>
        <translation>کد برگه بازیابی</translation>
    </message>
    <message>
        <source>How it is opened</source>
        <translation>چگونه باز شود؟</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>نام و گذرواژه</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>نام حساب</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>هنوز فایلی برگزیده نشده</translation>
    </message>
    <message>
        <source>Password on the day of the backup</source>
        <translation>گذرواژه روز پشتیبان‌گیری</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>برگه بازیابی</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>بازیابی</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>بازیابی پشتیبان</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>در حال بازیابی …</translation>
    </message>
    <message>
        <source>The backup takes the place of what is in this folder; the present files are kept in a folder beside it. Numbers that were given since the backup are not given again.</source>
        <translation>پشتیبان به جای آنچه در این پوشه است می‌نشیند؛ فایل‌های کنونی در پوشه‌ای کنار آن نگه داشته می‌شوند. شماره‌هایی که پس از پشتیبان داده شده دوباره داده نمی‌شود.</translation>
    </message>
</context>
</TS>

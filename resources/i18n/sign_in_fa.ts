<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>EntryPanel</name>
    <message>
        <source>No account can sign in here</source>
        <translation>حسابی برای ورود نیست</translation>
    </message>
    <message>
        <source>Restore a backup, or use the recovery sheet.</source>
        <translation>پشتیبان را بازیابی کنید یا از برگه بازیابی کمک بگیرید.</translation>
    </message>
    <message>
        <source>Wrong name or password; try again in {seconds} seconds.</source>
        <translation>گذرواژه درست نیست؛ {seconds} ثانیه دیگر دوباره بنویسید.</translation>
    </message>
</context>
<context>
    <name>ForgottenSheet</name>
    <message>
        <source>Ask the head of the unit: in the settings, under the accounts, a new first password is given. Your drafts wait; only notes sealed to you alone do not open with it.</source>
        <translation>از مسئول واحد بخواهید در تنظیمات، بخش حساب همکاران، گذرواژه تازه‌ای بدهد. پیش‌نویس‌هایتان می‌ماند؛ تنها یادداشت‌هایی که فقط برای شما رمز شده با آن باز نمی‌شود.</translation>
    </message>
    <message>
        <source>Code of the recovery sheet</source>
        <translation>کد برگه بازیابی</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>فراموشی گذرواژه</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>باشد</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>گذرواژه تازه</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>تکرار گذرواژه تازه</translation>
    </message>
    <message>
        <source>Open by the sheet</source>
        <translation>باز کردن با برگه</translation>
    </message>
    <message>
        <source>Take the recovery sheet from the safe and type its seven groups. You then choose a new password.</source>
        <translation>برگه بازیابی را از گاوصندوق بیاورید و هفت گروه آن را بنویسید؛ سپس گذرواژه تازه‌ای برگزینید.</translation>
    </message>
    <message>
        <source>The two are not the same; type it again.</source>
        <translation>این دو یکی نیست؛ دوباره بنویسید.</translation>
    </message>
</context>
<context>
    <name>NewPinForm</name>
    <message>
        <source>Choose a PIN for this shift: six digits bring you back after a lock, without the password.</source>
        <translation>برای این شیفت رمز کوتاهی برگزینید: پس از قفل شدن، شش رقم به جای گذرواژه شما را برمی‌گرداند.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>رمز کوتاه تازه</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>فعلاً نه</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>یک بار دیگر</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>ثبت رمز کوتاه</translation>
    </message>
    <message>
        <source>The PIN has six digits.</source>
        <translation>رمز کوتاه شش رقم است.</translation>
    </message>
    <message>
        <source>The two are not the same; type it again.</source>
        <translation>این دو یکی نیست؛ دوباره بنویسید.</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>قفل حروف بزرگ روشن است</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>پنهان کردن نوشته</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>نمایش نوشته</translation>
    </message>
    <message>
        <source>The keyboard writes English</source>
        <translation>صفحه‌کلید: انگلیسی</translation>
    </message>
    <message>
        <source>The keyboard writes Persian</source>
        <translation>صفحه‌کلید: فارسی</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>I forgot my password</source>
        <translation>گذرواژه را فراموش کرده‌ام</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>در حال باز شدن …</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>Practice password: {password}</source>
        <translation>گذرواژه تمرینی: {password}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>گذرواژه خود را بنویسید.</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>PIN of this shift</source>
        <translation>رمز کوتاه این شیفت</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>شش رقم</translation>
    </message>
    <message>
        <source>The PIN has six digits.</source>
        <translation>رمز کوتاه شش رقم است.</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>ورود با گذرواژه</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Is this paper genuine?</source>
        <translation>این برگ اصیل است؟</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>رمز کوتاه</translation>
    </message>
    <message>
        <source>Practice mode: everything here is made up, and every paper says so.</source>
        <translation>حالت تمرینی: همه چیز اینجا ساختگی است و روی هر برگه نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Sazesh</source>
        <translation>سازش</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>چه کسی اینجاست؟</translation>
    </message>
</context>
</TS>

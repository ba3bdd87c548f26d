<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>SessionForm</name>
    <message>
        <source>Came at</source>
        <translation>ساعت آمدن</translation>
    </message>
    <message>
        <source>Case record</source>
        <translation>شرح جلسه</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>نوع جلسه</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>ساعت رفتن</translation>
    </message>
    <message>
        <source>May be quoted in reports.</source>
        <translation>ممکن است در گزارش نقل شود.</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>نوبت بعد</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>تا ساعت</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>Correct the session</source>
        <translation>اصلاح جلسه</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور انداختن نوشته</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>Keep the draft and leave</source>
        <translation>نگه داشتن پیش‌نویس و خروج</translation>
    </message>
    <message>
        <source>Leave the session?</source>
        <translation>از ثبت جلسه بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>Record the session</source>
        <translation>ثبت جلسه</translation>
    </message>
    <message>
        <source>The session was recorded.</source>
        <translation>جلسه ثبت شد.</translation>
    </message>
    <message>
        <source>What you typed is stored as a draft.</source>
        <translation>آنچه نوشته‌اید به صورت پیش‌نویس نگه داشته شده است.</translation>
    </message>
</context>
</TS>

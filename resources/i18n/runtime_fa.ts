<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>KeptTexts</name>
    <message>
        <source>What you had written here stands here again.</source>
        <translation>آنچه اینجا نوشته بودید دوباره سر جایش است.</translation>
    </message>
</context>
<context>
    <name>PageDraft</name>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>It is not recorded yet.</source>
        <translation>هنوز ثبت نشده است.</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>ذخیره پیش‌نویس</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Copy the place</source>
        <translation>رونوشت از نشانی گزارش</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>اتفاقی پیش‌بینی‌نشده افتاد</translation>
    </message>
    <message>
        <source>The report lies here:</source>
        <translation>گزارش در این نشانی است:</translation>
    </message>
    <message>
        <source>Your stored data are intact, and what you typed is in the draft. You can go on working. A report without any personal data helps to mend the fault.</source>
        <translation>اطلاعات ذخیره‌شده سالم است و آنچه نوشته‌اید در پیش‌نویس مانده است. می‌توانید کار را ادامه دهید. گزارشی بدون هیچ اطلاعات شخصی برای رفع ایراد ذخیره شد.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Alt</source>
        <translation>دگرساز</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>کنترل</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>گریز</translation>
    </message>
    <message>
        <source>F{number}</source>
        <translation>اف{number}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>کلید آغاز</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>صفحه پایین</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>صفحه بالا</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>راست</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>شیفت</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>فاصله</translation>
    </message>
</context>
</TS>

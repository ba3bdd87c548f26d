<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Frame</name>
    <message>
        <source>Press a key or move the mouse to go on</source>
        <translation>برای ادامه کلیدی بزنید یا موشواره را تکان دهید</translation>
    </message>
    <message>
        <source>Sazesh</source>
        <translation>سازش</translation>
    </message>
    <message>
        <source>The screen is covered</source>
        <translation>صفحه پوشیده شد</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Appointments</source>
        <translation>نوبت‌ها</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>مراجعان</translation>
    </message>
    <message>
        <source>Consent sheet</source>
        <translation>رضایت‌نامه</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>میز کار</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>پیگیری</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>تحویل نوبت</translation>
    </message>
    <message>
        <source>Hand over work</source>
        <translation>سپردن کار</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>تحویل کار</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>دعوت‌ها</translation>
    </message>
    <message>
        <source>Last questions</source>
        <translation>پرسش‌های پایانی</translation>
    </message>
    <message>
        <source>Letter text</source>
        <translation>متن نامه</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>نامه‌ها</translation>
    </message>
    <message>
        <source>Look of the papers</source>
        <translation>ظاهر برگه‌ها</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>New paper</source>
        <translation>برگه تازه</translation>
    </message>
    <message>
        <source>Night form</source>
        <translation>فرم شب</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>Quick entries</source>
        <translation>ثبت سریع</translation>
    </message>
    <message>
        <source>Separate talks</source>
        <translation>گفت‌وگوهای فردی</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>آمار</translation>
    </message>
    <message>
        <source>Steps of today</source>
        <translation>کارهای امروز</translation>
    </message>
    <message>
        <source>Talk alone</source>
        <translation>گفت‌وگوی فردی</translation>
    </message>
    <message>
        <source>The unit&apos;s load</source>
        <translation>بار کار واحد</translation>
    </message>
    <message>
        <source>What lies ahead</source>
        <translation>کارهای پیش رو</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>فایل %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;File name:</source>
        <translation>نام فایل:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>در پوشه:</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>رایانه</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>نام فایل:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>نوع فایل:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>نوع فایل:</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>در پوشه:</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigation</source>
        <translation>فهرست بخش‌ها</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>تعویض کاربر</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
</context>
</TS>

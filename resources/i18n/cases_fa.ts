<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CasesPage</name>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>مسئول رسیدگی</translation>
    </message>
    <message>
        <source>Every colleague</source>
        <translation>همه همکاران</translation>
    </message>
    <message>
        <source>Every subject</source>
        <translation>همه موضوع‌ها</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>Finished or not</source>
        <translation>در جریان یا پایان‌یافته</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>پرونده‌های من</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>No file fits these filters.</source>
        <translation>پرونده‌ای با این شرط‌ها نیست.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>تاریخ ثبت</translation>
    </message>
    <message>
        <source>Reply until</source>
        <translation>مهلت پاسخ</translation>
    </message>
    <message>
        <source>Show all files</source>
        <translation>نمایش همه پرونده‌ها</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>طرفین</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>There is no file under way.</source>
        <translation>پرونده‌ای در جریان نیست.</translation>
    </message>
    <message>
        <source>There is no file under way. A new one begins with an intake.</source>
        <translation>پرونده‌ای در جریان نیست. پرونده تازه با پذیرش آغاز می‌شود.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>در جریان</translation>
    </message>
    <message>
        <source>Whose files</source>
        <translation>پرونده‌های چه کسی؟</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>InquiryForm</name>
    <message>
        <source>As what</source>
        <translation>سمت</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>نام و نام خانوادگی</translation>
    </message>
    <message>
        <source>How it was looked into</source>
        <translation>روش تحقیق</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>نوع استعلام</translation>
    </message>
    <message>
        <source>Name of the father</source>
        <translation>نام پدر</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>کد ملی</translation>
    </message>
    <message>
        <source>One more person</source>
        <translation>افزودن یک نفر دیگر</translation>
    </message>
    <message>
        <source>One more step</source>
        <translation>افزودن یک گام دیگر</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>نظریه</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>محل</translation>
    </message>
    <message>
        <source>The answer is confidential</source>
        <translation>پاسخ محرمانه است</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>استعلام‌کننده</translation>
    </message>
    <message>
        <source>Who was asked, or what was seen</source>
        <translation>از چه کسی پرسیده یا چه دیده شد؟</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>کسانی که استعلام درباره آنان است</translation>
    </message>
</context>
<context>
    <name>InquirySheet</name>
    <message>
        <source>Answer to an inquiry</source>
        <translation>پاسخ استعلام</translation>
    </message>
    <message>
        <source>Answer to letter {number}</source>
        <translation>پاسخ نامه {number}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Keep and make the paper</source>
        <translation>ذخیره و ساختن برگه</translation>
    </message>
    <message>
        <source>The answer was issued; it is corrected as a paper.</source>
        <translation>پاسخ صادر شده است؛ برای تغییر، خود برگه را اصلاح کنید.</translation>
    </message>
    <message>
        <source>To the paper</source>
        <translation>رفتن به برگه</translation>
    </message>
    <message>
        <source>What was written is kept.</source>
        <translation>آنچه نوشتید ذخیره شد.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ColleaguesStep</name>
    <message>
        <source>End of service</source>
        <translation>پایان خدمت</translation>
    </message>
    <message>
        <source>First and family name</source>
        <translation>نام و نام خانوادگی</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>گذرواژه نخست</translation>
    </message>
    <message>
        <source>One room a line; more can be added later.</source>
        <translation>هر سطر یک اتاق؛ بعداً هم می‌توان افزود.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Room 1
Room 2</source>
        <translation>اتاق ۱
اتاق ۲</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>اتاق‌ها</translation>
    </message>
    <message>
        <source>Rooms and colleagues</source>
        <translation>اتاق‌ها و همکاران</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>آغاز کار</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Close the first start?</source>
        <translation>راه‌اندازی بسته شود؟</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>راه‌اندازی</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>I have a backup</source>
        <translation>پشتیبان دارم</translation>
    </message>
    <message>
        <source>Keys and data are being made …</source>
        <translation>کلیدها و داده‌ها ساخته می‌شود …</translation>
    </message>
    <message>
        <source>Make the unit</source>
        <translation>ساختن واحد</translation>
    </message>
    <message>
        <source>Nobody has proved the recovery sheet yet. After signing in you will have to make another one.</source>
        <translation>برگه بازیابی هنوز تأیید نشده است. پس از ورود باید برگه دیگری بسازید.</translation>
    </message>
    <message>
        <source>Nothing is stored yet: what you wrote in these steps is lost.</source>
        <translation>هنوز چیزی ذخیره نشده است؛ آنچه در این گام‌ها نوشته‌اید از دست می‌رود.</translation>
    </message>
    <message>
        <source>Sazesh</source>
        <translation>سازش</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>گام {number} از {total}</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>برگه بازیابی</translation>
    </message>
</context>
<context>
    <name>HeadStep</name>
    <message>
        <source>Choose something that only you know and can type without looking: a short sentence is better than one word with signs. Persian and English letters and all digits may be used.</source>
        <translation>چیزی برگزینید که تنها شما می‌دانید و بی‌نگاه می‌نویسید: یک جمله کوتاه از یک واژه پر از نشانه بهتر است. حرف فارسی و انگلیسی و هر رقمی پذیرفته است.</translation>
    </message>
    <message>
        <source>First and family name</source>
        <translation>نام و نام خانوادگی</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>تکرار گذرواژه</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>درجه</translation>
    </message>
    <message>
        <source>Strength: fair</source>
        <translation>استواری گذرواژه: میانه</translation>
    </message>
    <message>
        <source>Strength: good</source>
        <translation>استواری گذرواژه: خوب</translation>
    </message>
    <message>
        <source>Strength: weak</source>
        <translation>استواری گذرواژه: کم</translation>
    </message>
    <message>
        <source>The account of the head</source>
        <translation>حساب مسئول واحد</translation>
    </message>
    <message>
        <source>The two are not the same; type it again.</source>
        <translation>این دو یکی نیست؛ دوباره بنویسید.</translation>
    </message>
</context>
<context>
    <name>NumbersStep</name>
    <message>
        <source>Case register</source>
        <translation>دفتر پرونده‌ها</translation>
    </message>
    <message>
        <source>Confidential letter book</source>
        <translation>دفتر نامه‌های محرمانه</translation>
    </message>
    <message>
        <source>Empty: begins with 1</source>
        <translation>خالی: از ۱ آغاز می‌شود</translation>
    </message>
    <message>
        <source>Last numbers in use</source>
        <translation>آخرین شماره‌های امسال</translation>
    </message>
    <message>
        <source>Letter book</source>
        <translation>دفتر نامه‌ها</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>From the sheet, group {number}</source>
        <translation>گروه {number} از روی برگه</translation>
    </message>
    <message>
        <source>If nobody remembers a password, this sheet alone opens the data and the backups. Print it, seal it in an envelope and put it into the safe of the station. It is shown only now.</source>
        <translation>اگر کسی گذرواژه‌ای به یاد نداشته باشد، تنها این برگه داده‌ها و پشتیبان‌ها را باز می‌کند. آن را چاپ کنید، در پاکت دربسته بگذارید و به گاوصندوق یگان بسپارید. تنها همین یک بار نشان داده می‌شود.</translation>
    </message>
    <message>
        <source>It could not be stored there; choose another place.</source>
        <translation>آنجا ذخیره نشد؛ جای دیگری برگزینید.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>فایل پی‌دی‌اف (*.pdf)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>برگه بازیابی</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>درست است.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>ذخیره در فایل</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>ذخیره برگه بازیابی</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>به چاپگر فرستاده شد.</translation>
    </message>
    <message>
        <source>Stored. Print it and delete the file: whoever has the sheet opens everything.</source>
        <translation>ذخیره شد. آن را چاپ و فایلش را پاک کنید: هر که برگه را داشته باشد همه چیز را باز می‌کند.</translation>
    </message>
    <message>
        <source>The printer does not answer. Look after it and print again.</source>
        <translation>چاپگر پاسخ نمی‌دهد. آن را وارسی کنید و دوباره چاپ کنید.</translation>
    </message>
    <message>
        <source>This group belongs to another sheet.</source>
        <translation>این گروه از برگه دیگری است.</translation>
    </message>
    <message>
        <source>This group is not typed right; look at the sheet again.</source>
        <translation>این گروه درست نوشته نشده؛ دوباره به برگه نگاه کنید.</translation>
    </message>
</context>
<context>
    <name>UnitFields</name>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>County</source>
        <translation>شهرستان</translation>
    </message>
    <message>
        <source>If letters carry one</source>
        <translation>اگر در شماره نامه‌ها می‌آید، مانند ۴</translation>
    </message>
    <message>
        <source>In full, as on letters: Police Station 12 Narenjestan</source>
        <translation>کامل، همان که در نامه‌ها می‌آید: کلانتری ۱۲ نارنجستان</translation>
    </message>
    <message>
        <source>It stands in case and letter numbers.</source>
        <translation>در شماره پرونده و نامه می‌آید.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع یگان</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>سربرگ</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>نام یگان</translation>
    </message>
    <message>
        <source>Number of the section</source>
        <translation>شماره دایره</translation>
    </message>
    <message>
        <source>One line each, the greatest organisation first</source>
        <translation>هر سطر یک سازمان، از بزرگ به کوچک</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>استان</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>دایره</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تلفن</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>شناسه یگان</translation>
    </message>
</context>
<context>
    <name>UnitStep</name>
    <message>
        <source>Counselling and social work section</source>
        <translation>دایره مشاوره و مددکاری اجتماعی</translation>
    </message>
    <message>
        <source>Police Command of {province}</source>
        <translation>فرماندهی انتظامی استان {province}</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>مشخصات واحد</translation>
    </message>
</context>
</TS>

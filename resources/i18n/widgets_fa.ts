<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AmountEdit</name>
    <message>
        <source>Rial</source>
        <translation>ریال</translation>
    </message>
    <message>
        <source>Toman</source>
        <translation>تومان</translation>
    </message>
    <message>
        <source>Unit of the amount</source>
        <translation>واحد مبلغ</translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>A colleague changed this meanwhile. What you typed is still here.</source>
        <translation>همکارتان هم‌زمان این را تغییر داده است. نوشته شما همین‌جا مانده است.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>نگه داشتن نوشته من</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>نمایش نسخه همکار</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>about {year}</source>
        <translation>حدود {year}</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>{count} GB</source>
        <translation>{count} گیگابایت</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} مگابایت</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} بایت</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} کیلوبایت</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>09:00</source>
        <translation>۰۹:۰۰</translation>
    </message>
    <message>
        <source>1112-1405-0037</source>
        <translation>۱۱۱۲-۱۴۰۵-۰۰۳۷</translation>
    </message>
    <message>
        <source>12 Mehr</source>
        <translation>۱۲ مهر</translation>
    </message>
    <message>
        <source>12 items</source>
        <translation>۱۲ مورد</translation>
    </message>
    <message>
        <source>4 Azar</source>
        <translation>۴ آذر</translation>
    </message>
    <message>
        <source>4 Dey</source>
        <translation>۴ دی</translation>
    </message>
    <message>
        <source>4 days ago</source>
        <translation>۴ روز گذشته</translation>
    </message>
    <message>
        <source>53 days since referral</source>
        <translation>۵۳ روز از ارجاع</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>All widgets</source>
        <translation>همه ابزارک‌ها</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>پاسخ مرجع</translation>
    </message>
    <message>
        <source>Answer to branch 3</source>
        <translation>پاسخ به دادیاری شعبه ۳</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>تاریخ تولد</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Choice {n}</source>
        <translation>گزینه {n}</translation>
    </message>
    <message>
        <source>Date of the letter</source>
        <translation>تاریخ نامه</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>First interview</source>
        <translation>مصاحبه اولیه</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>پیگیری</translation>
    </message>
    <message>
        <source>Follow-up call</source>
        <translation>پیگیری تلفنی</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>فرم</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>گروه</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>پذیرش</translation>
    </message>
    <message>
        <source>Is there fear?</source>
        <translation>آیا ترس وجود دارد؟</translation>
    </message>
    <message>
        <source>K</source>
        <translation>ک</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>جلسه ۳</translation>
    </message>
    <message>
        <source>Marital disputes</source>
        <translation>اختلافات زناشویی</translation>
    </message>
    <message>
        <source>More</source>
        <translation>بیشتر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>کد ملی</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>فعلاً غیرفعال</translation>
    </message>
    <message>
        <source>Nothing here yet; register the first one.</source>
        <translation>هنوز چیزی ثبت نشده است؛ نخستین مورد را ثبت کنید.</translation>
    </message>
    <message>
        <source>Only you read this; it is not printed</source>
        <translation>فقط شما می‌خوانید؛ چاپ نمی‌شود</translation>
    </message>
    <message>
        <source>Path of the case</source>
        <translation>مسیر پرونده</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>تلفن تماس</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>Sample name</source>
        <translation>محمدرضا کریمی‌نژاد</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ثبت پرونده</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>غربالگری</translation>
    </message>
    <message>
        <source>Session 1</source>
        <translation>جلسه ۱</translation>
    </message>
    <message>
        <source>Session 2</source>
        <translation>جلسه ۲</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>سازش</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>چند گزینه</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>case 1112-1405-0037</source>
        <translation>پرونده ۱۱۱۲-۱۴۰۵-۰۰۳۷</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مختومه</translation>
    </message>
    <message>
        <source>draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>like 9:30</source>
        <translation>مانند ۹:۳۰</translation>
    </message>
    <message>
        <source>open</source>
        <translation>در جریان</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>refers to 1405/8/217</source>
        <translation>عطف به ۱۴۰۵/۸/۲۱۷</translation>
    </message>
    <message>
        <source>room 1</source>
        <translation>اتاق ۱</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>words of the mark</source>
        <translation>کودک در خطر</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>دیروز</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Mark {letter}</source>
        <translation>نشان {letter}</translation>
    </message>
</context>
<context>
    <name>MonthPanel</name>
    <message>
        <source>Month after</source>
        <translation>ماه بعد</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>ماه پیش</translation>
    </message>
</context>
<context>
    <name>ProgressSheet</name>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>در حال توقف …</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} از {total}</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Discard it</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Leave this?</source>
        <translation>رها شود؟</translation>
    </message>
    <message>
        <source>What you typed is not stored yet.</source>
        <translation>آنچه نوشته‌اید هنوز ذخیره نشده است.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A birth date can&apos;t lie in the future or so far back.</source>
        <translation>تاریخ تولد نمی‌تواند در آینده یا این‌قدر دور باشد.</translation>
    </message>
    <message>
        <source>A year has twelve months; write it like 1405/7/5.</source>
        <translation>سال دوازده ماه دارد؛ مانند ۱۴۰۵/۷/۵ بنویسید.</translation>
    </message>
    <message>
        <source>Day and month are needed here.</source>
        <translation>اینجا روز و ماه هم لازم است.</translation>
    </message>
    <message>
        <source>Rial or toman? Choose the unit beside the amount.</source>
        <translation>ریال یا تومان؟ واحد را کنار مبلغ انتخاب کنید.</translation>
    </message>
    <message>
        <source>The amount names the other unit; choose the unit beside it.</source>
        <translation>در مبلغ، واحد دیگری نوشته شده است؛ واحد کنار آن را انتخاب کنید.</translation>
    </message>
    <message>
        <source>The year must lie between 1200 and 1500.</source>
        <translation>سال باید بین ۱۲۰۰ و ۱۵۰۰ باشد.</translation>
    </message>
    <message>
        <source>These hours can&apos;t be read; write them like 7:30 to 14.</source>
        <translation>این ساعت‌ها خوانده نشد؛ مانند ۷:۳۰ تا ۱۴ بنویسید.</translation>
    </message>
    <message>
        <source>This amount can&apos;t be read; write it in digits.</source>
        <translation>این مبلغ خوانا نیست؛ با رقم بنویسید.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>این مبلغ بیش از اندازه بزرگ است.</translation>
    </message>
    <message>
        <source>This date can&apos;t be read; write it like 1371/2/14, or the year alone.</source>
        <translation>این تاریخ خوانا نیست؛ مانند ۱۳۷۱/۲/۱۴ بنویسید، یا فقط سال را.</translation>
    </message>
    <message>
        <source>This date can&apos;t be read; write it like 1405/7/5.</source>
        <translation>این تاریخ خوانا نیست؛ مانند ۱۴۰۵/۷/۵ بنویسید.</translation>
    </message>
    <message>
        <source>This hour can&apos;t be read; write it like 9:30.</source>
        <translation>این ساعت خوانا نیست؛ مانند ۹:۳۰ بنویسید.</translation>
    </message>
    <message>
        <source>This is not in the list; choose one of its rows.</source>
        <translation>این در فهرست نیست؛ یکی از ردیف‌های فهرست را انتخاب کنید.</translation>
    </message>
    <message>
        <source>This month has no such day.</source>
        <translation>این ماه چنین روزی ندارد.</translation>
    </message>
    <message>
        <source>This national code is not right; type it again from the card — no card at hand? Go on without the code.</source>
        <translation>این کد ملی درست نیست؛ از روی کارت دوباره بزنید — کارت همراه نیست؟ بدون کد ادامه دهید.</translation>
    </message>
    <message>
        <source>This number can&apos;t be read; write it in digits.</source>
        <translation>این عدد خوانا نیست؛ با رقم بنویسید.</translation>
    </message>
    <message>
        <source>This number is outside what is possible here.</source>
        <translation>این عدد بیرون از محدوده ممکن است.</translation>
    </message>
    <message>
        <source>This telephone number is not right; a mobile has 11 digits, a landline its area code.</source>
        <translation>این شماره درست نیست؛ تلفن همراه ۱۱ رقم است و تلفن ثابت با کد شهر نوشته می‌شود.</translation>
    </message>
    <message>
        <source>{first} or {second}? Type all four digits of the year.</source>
        <translation>{first} یا {second}؟ سال را چهاررقمی بنویسید.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Path of the case</source>
        <translation>مسیر پرونده</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام‌شده</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>پیش رو</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>بازگردانی</translation>
    </message>
</context>
<context>
    <name>YesNoRefused</name>
    <message>
        <source>Did not answer</source>
        <translation>پاسخ نداد</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
</TS>

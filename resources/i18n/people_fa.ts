<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ContactSheet</name>
    <message>
        <source>A colleague</source>
        <translation>همکار واحد</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>ویرایش تماس</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>کلمه رمز</translation>
    </message>
    <message>
        <source>Confidential; on no paper</source>
        <translation>محرمانه؛ در هیچ برگه‌ای نمی‌آید</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>تماس گرفته نشود</translation>
    </message>
    <message>
        <source>Hours to call</source>
        <translation>ساعت تماس</translation>
    </message>
    <message>
        <source>Is it safe to call?</source>
        <translation>تماس امن است؟</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>همراه</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>تماس تازه</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>پرسیده نشد</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>امن نیست</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>کد پستی</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>امن است</translation>
    </message>
    <message>
        <source>Said on the telephone; printed on no paper</source>
        <translation>پای تلفن گفته می‌شود؛ در هیچ برگه‌ای چاپ نمی‌شود</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>ثابت</translation>
    </message>
    <message>
        <source>Telephone or address</source>
        <translation>تلفن یا نشانی</translation>
    </message>
    <message>
        <source>The contact is stored.</source>
        <translation>تماس ثبت شد.</translation>
    </message>
    <message>
        <source>The letter or the referrer</source>
        <translation>نامه یا ارجاع‌دهنده</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>خود شخص</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>چه کسی داد؟</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>از آنِ کیست؟</translation>
    </message>
    <message>
        <source>Write the telephone or the address.</source>
        <translation>تلفن یا نشانی را بنویسید.</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Activity</source>
        <translation>وضع فعالیت</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاریخ تولد</translation>
    </message>
    <message>
        <source>By name, code or telephone; the record of this page stays.</source>
        <translation>با نام، کد ملی یا تلفن؛ سابقه همین صفحه می‌ماند.</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>تحصیلات</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>نام خانوادگی</translation>
    </message>
    <message>
        <source>Father&apos;s name</source>
        <translation>نام پدر</translation>
    </message>
    <message>
        <source>Files, consents, marks, papers and contacts of the other record move here; nobody sees a file that was closed to them. Only the log tells what was where.</source>
        <translation>پرونده‌ها، رضایت‌ها، نشان‌ها، نامه‌ها و تماس‌های سابقه دیگر به اینجا می‌آید؛ پرونده‌ای که بر کسی بسته بود باز نمی‌شود. برگرداندن فقط از روی ثبت رویدادها شدنی است.</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>How is it known that both are one person?</source>
        <translation>از کجا معلوم شد که هر دو یک نفرند؟</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>مدرک هویت</translation>
    </message>
    <message>
        <source>Join the two</source>
        <translation>یکی شوند</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>وضع تأهل</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>کد ملی</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>ملیت</translation>
    </message>
    <message>
        <source>Needs an interpreter</source>
        <translation>نیاز به مترجم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>شغل</translation>
    </message>
    <message>
        <source>One of the two was changed meanwhile; look again.</source>
        <translation>در این میان یکی از دو سابقه تغییر کرد؛ دوباره ببینید.</translation>
    </message>
    <message>
        <source>Other number</source>
        <translation>شماره دیگر</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>خواندن و نوشتن</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>جنسیت</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>سابقه دیگر</translation>
    </message>
    <message>
        <source>The two records are one now.</source>
        <translation>دو سابقه یکی شد.</translation>
    </message>
    <message>
        <source>This record: {kept} · the other: {other}</source>
        <translation>این سابقه: {kept} · سابقه دیگر: {other}</translation>
    </message>
    <message>
        <source>Two records of one person</source>
        <translation>دو سابقه از یک شخص</translation>
    </message>
    <message>
        <source>Why without this paper</source>
        <translation>چرا بدون این مدرک؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>نانوشته</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Age</source>
        <translation>سن</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاریخ تولد</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>مراجعان</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>نام پدر</translation>
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
        <source>New person</source>
        <translation>ثبت شخص</translation>
    </message>
    <message>
        <source>Newest file</source>
        <translation>تازه‌ترین پرونده</translation>
    </message>
    <message>
        <source>Nobody is registered yet.</source>
        <translation>هنوز کسی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Nobody is registered yet. Persons come with the intake of a file.</source>
        <translation>هنوز کسی ثبت نشده است. اشخاص هنگام پذیرش پرونده ثبت می‌شوند.</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>زیر ۱۸ سال</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>A year alone is enough</source>
        <translation>سال به‌تنهایی هم کافی است</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>وضع فعالیت</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاریخ تولد</translation>
    </message>
    <message>
        <source>Card was seen</source>
        <translation>کارت دیده شد</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>تحصیلات</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>نام خانوادگی</translation>
    </message>
    <message>
        <source>Father&apos;s name</source>
        <translation>نام پدر</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>مدرک هویت</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>وضع تأهل</translation>
    </message>
    <message>
        <source>Name is not known</source>
        <translation>نام نامشخص است</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>کد ملی</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>ملیت</translation>
    </message>
    <message>
        <source>Needs an interpreter</source>
        <translation>نیاز به مترجم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>شغل</translation>
    </message>
    <message>
        <source>Other number</source>
        <translation>شماره دیگر</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>خواندن و نوشتن</translation>
    </message>
    <message>
        <source>Relative of a colleague</source>
        <translation>از بستگان همکاران</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>جنسیت</translation>
    </message>
    <message>
        <source>Why without this paper</source>
        <translation>چرا بدون این مدرک؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Activity</source>
        <translation>وضع فعالیت</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>افزودن تماس</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>افزودن نسبت</translation>
    </message>
    <message>
        <source>Another record bears the same national code.</source>
        <translation>سابقه دیگری هم همین کد ملی را دارد.</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاریخ تولد</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>مقایسه دو سابقه</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>محرمانه</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>راه‌های تماس</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>تحصیلات</translation>
    </message>
    <message>
        <source>Father&apos;s name</source>
        <translation>نام پدر</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>Files of this person are read only when you ask for them.</source>
        <translation>پرونده‌های این شخص تنها هنگامی که بخواهید خوانده می‌شود.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>مشخصات</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Join with another record</source>
        <translation>یکی‌کردن با سابقه دیگر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>وضع تأهل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>ملیت</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>دیگر معتبر نیست</translation>
    </message>
    <message>
        <source>No telephone or address is known yet.</source>
        <translation>هنوز تلفن یا نشانی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>شغل</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>خواندن و نوشتن</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>نسبت‌ها</translation>
    </message>
    <message>
        <source>Relations are noted when a file is registered, or here.</source>
        <translation>نسبت‌ها هنگام ثبت پرونده یا همین‌جا نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>جنسیت</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>نمایش پرونده‌ها</translation>
    </message>
    <message>
        <source>The contact is no longer used.</source>
        <translation>این تماس کنار گذاشته شد.</translation>
    </message>
    <message>
        <source>There is no file that you may open.</source>
        <translation>پرونده‌ای که بتوانید باز کنید نیست.</translation>
    </message>
    <message>
        <source>This person is not here.</source>
        <translation>این شخص در اینجا نیست.</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>به فهرست</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>همکار واحد</translation>
    </message>
    <message>
        <source>about {year}</source>
        <translation>حدود {year}</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>محرمانه</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>درگذشته</translation>
    </message>
    <message>
        <source>do not call</source>
        <translation>تماس نگیرید</translation>
    </message>
    <message>
        <source>hours: {hours}</source>
        <translation>ساعت تماس: {hours}</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>لازم است</translation>
    </message>
    <message>
        <source>no; papers are read aloud</source>
        <translation>ندارد؛ برگه‌ها برایش خوانده می‌شود</translation>
    </message>
    <message>
        <source>not safe</source>
        <translation>امن نیست</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>امن</translation>
    </message>
    <message>
        <source>said by {name}, {day}</source>
        <translation>به گفته {name}، {day}</translation>
    </message>
    <message>
        <source>the letter or the referrer</source>
        <translation>نامه یا ارجاع‌دهنده</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>زیر ۱۸ سال</translation>
    </message>
    <message>
        <source>{born} · {age} years</source>
        <translation>{born} · {age} ساله</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Change the person</source>
        <translation>ویرایش مشخصات</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>ثبت شخص</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The person is stored.</source>
        <translation>مشخصات ثبت شد.</translation>
    </message>
</context>
<context>
    <name>RelationSheet</name>
    <message>
        <source>Add a relation</source>
        <translation>افزودن نسبت</translation>
    </message>
    <message>
        <source>By name, code or telephone</source>
        <translation>با نام، کد ملی یا تلفن</translation>
    </message>
    <message>
        <source>Choose one of the persons found.</source>
        <translation>یکی از کسانی را که پیدا می‌شوند برگزینید.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The other person</source>
        <translation>شخص دیگر</translation>
    </message>
    <message>
        <source>The relation is noted.</source>
        <translation>نسبت ثبت شد.</translation>
    </message>
    <message>
        <source>What is this person to {name}?</source>
        <translation>این شخص چه نسبتی با {name} دارد؟</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>IdentityEdit</name>
    <message>
        <source>This code is not right.</source>
        <translation>این کد درست نیست.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>First interviews</source>
        <translation>مصاحبه‌های اولیه</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>طرفین</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>apart from each other</source>
        <translation>جدا از هم</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>A proposed hour was taken meanwhile; other hours stand there now.</source>
        <translation>ساعت پیشنهادی در این میان گرفته شد؛ ساعت دیگری گذاشته شد. دوباره ثبت کنید.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>File {number} was registered</source>
        <translation>پرونده {number} ثبت شد</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>Keep the draft and leave</source>
        <translation>ماندن پیش‌نویس و خروج</translation>
    </message>
    <message>
        <source>Leave the intake?</source>
        <translation>از پذیرش بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>Register the file</source>
        <translation>ثبت پرونده</translation>
    </message>
    <message>
        <source>The authority ordered both to come; the other side&apos;s invitation still waits for the client&apos;s own safety talk.</source>
        <translation>مرجع، هر دو طرف را خواسته است؛ با این همه دعوت طرف مقابل پس از گفت‌وگوی ایمنی با مراجع آماده می‌شود.</translation>
    </message>
    <message>
        <source>The hour of the other side is only kept free; the invitation comes after the client&apos;s own safety talk and answer.</source>
        <translation>ساعت طرف مقابل فقط نگه داشته می‌شود؛ دعوت او پس از گفت‌وگوی ایمنی با مراجع و پاسخ خود او آماده می‌شود.</translation>
    </message>
    <message>
        <source>What you typed is stored as a draft and waits for you here.</source>
        <translation>آنچه نوشته‌اید پیش‌نویس می‌شود و همین‌جا می‌ماند.</translation>
    </message>
</context>
<context>
    <name>InterviewRow</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Needed, or empty both.</source>
        <translation>پر کنید، یا هر دو را خالی بگذارید.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
</context>
<context>
    <name>PartiesCard</name>
    <message>
        <source>A colleague</source>
        <translation>همکار واحد</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>افزودن طرف</translation>
    </message>
    <message>
        <source>Change sides</source>
        <translation>جابه‌جایی دو طرف</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Further person</source>
        <translation>شخص دیگر</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>The letter or the referrer</source>
        <translation>نامه یا ارجاع‌دهنده</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>خود شخص</translation>
    </message>
</context>
<context>
    <name>Party</name>
    <message>
        <source>born about {year}</source>
        <translation>متولد حدود {year}</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>متولد {year}</translation>
    </message>
    <message>
        <source>child of {father}</source>
        <translation>فرزند {father}</translation>
    </message>
</context>
<context>
    <name>PartyBlock</name>
    <message>
        <source>A telephone is stored already.</source>
        <translation>شماره‌ای پیش‌تر ثبت شده است.</translation>
    </message>
    <message>
        <source>Already known to us</source>
        <translation>پیش‌تر ثبت شده</translation>
    </message>
    <message>
        <source>Change the details</source>
        <translation>تغییر مشخصات</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>کمتر</translation>
    </message>
    <message>
        <source>Go on without the code</source>
        <translation>بدون کد ادامه دهید</translation>
    </message>
    <message>
        <source>It is another person</source>
        <translation>شخص دیگری است</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>همین است</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>بیشتر</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>نام نامشخص</translation>
    </message>
    <message>
        <source>Perhaps the same person: {name}</source>
        <translation>شاید همین شخص: {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>گزینش شخص دیگر</translation>
    </message>
    <message>
        <source>The code is wrong</source>
        <translation>کد اشتباه است</translation>
    </message>
    <message>
        <source>This code belongs to {name}</source>
        <translation>این کد از آنِ {name} است</translation>
    </message>
    <message>
        <source>This national code is not right; type it again from the card. No card at hand?</source>
        <translation>این کد ملی درست نیست؛ از روی کارت دوباره بزنید — کارت همراه نیست؟</translation>
    </message>
    <message>
        <source>as {name} says</source>
        <translation>به گفته {name}</translation>
    </message>
</context>
<context>
    <name>PartyFields</name>
    <message>
        <source>Birth certificate number</source>
        <translation>شماره شناسنامه</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>تاریخ تولد</translation>
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
        <source>Foreigner&apos;s number</source>
        <translation>شناسه اتباع</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>مدرک هویت</translation>
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
        <source>Passport number</source>
        <translation>شماره گذرنامه</translation>
    </message>
    <message>
        <source>Role and relation</source>
        <translation>نقش و نسبت</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تلفن تماس</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>نامشخص</translation>
    </message>
    <message>
        <source>about {year}</source>
        <translation>حدود {year}</translation>
    </message>
</context>
<context>
    <name>PartyMore</name>
    <message>
        <source>Activity</source>
        <translation>وضع فعالیت</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Card was seen</source>
        <translation>کارت دیده شد</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>کلمه رمز</translation>
    </message>
    <message>
        <source>Confidential address</source>
        <translation>نشانی محرمانه</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>تحصیلات</translation>
    </message>
    <message>
        <source>Hours to call</source>
        <translation>ساعت تماس</translation>
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
        <source>Nationality</source>
        <translation>ملیت</translation>
    </message>
    <message>
        <source>Needs an interpreter</source>
        <translation>مترجم لازم است</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>شغل</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>کد پستی</translation>
    </message>
    <message>
        <source>Reading and signing</source>
        <translation>خواندن و امضا</translation>
    </message>
    <message>
        <source>Relative of a colleague</source>
        <translation>از بستگان همکاران</translation>
    </message>
    <message>
        <source>Said on the telephone; printed on no paper</source>
        <translation>فقط در تلفن گفته می‌شود</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>جنسیت</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>چه کسی داد؟</translation>
    </message>
    <message>
        <source>Whose telephone</source>
        <translation>صاحب تلفن</translation>
    </message>
    <message>
        <source>Why without this paper</source>
        <translation>چرا بدون این مدرک؟</translation>
    </message>
    <message>
        <source>for example 9 to 12</source>
        <translation>مانند ۹ تا ۱۲</translation>
    </message>
</context>
<context>
    <name>ReferralCard</name>
    <message>
        <source>A reply is owed</source>
        <translation>پاسخ لازم است</translation>
    </message>
    <message>
        <source>Archive number of the branch</source>
        <translation>شماره بایگانی شعبه</translation>
    </message>
    <message>
        <source>Both sides were told to come</source>
        <translation>هر دو طرف را خواسته است</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>شعبه</translation>
    </message>
    <message>
        <source>Case number there</source>
        <translation>شماره پرونده آنجا</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>طبقه‌بندی</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>Criminal aspect</source>
        <translation>جنبه کیفری</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>پیوست</translation>
    </message>
    <message>
        <source>How they heard of us</source>
        <translation>آشنایی با واحد</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>In the person&apos;s own words</source>
        <translation>با زبان خود شخص</translation>
    </message>
    <message>
        <source>Incident number</source>
        <translation>شماره رویداد</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>معرف</translation>
    </message>
    <message>
        <source>Judicial case number</source>
        <translation>شماره پرونده قضایی</translation>
    </message>
    <message>
        <source>Letter date</source>
        <translation>تاریخ نامه</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>شماره نامه</translation>
    </message>
    <message>
        <source>More of the letter</source>
        <translation>مشخصات دیگر نامه</translation>
    </message>
    <message>
        <source>No</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>نامشخص</translation>
    </message>
    <message>
        <source>Notice number</source>
        <translation>شماره ابلاغیه</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>نهاد</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Reply due on</source>
        <translation>مهلت پاسخ</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>مسئول پرونده</translation>
    </message>
    <message>
        <source>Row in the complaints book</source>
        <translation>ردیف دفتر شکایات</translation>
    </message>
    <message>
        <source>Source of the referral</source>
        <translation>منبع ارجاع</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Text of the order</source>
        <translation>متن دستور</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>شماره پیگیری</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>Without details; seen in lists and in the book</source>
        <translation>بدون جزئیات؛ در فهرست و دفتر دیده می‌شود</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>دارد</translation>
    </message>
    <message>
        <source>until the hour</source>
        <translation>تا ساعت</translation>
    </message>
</context>
<context>
    <name>ResumeBar</name>
    <message>
        <source>An intake that was not finished is waiting, from today {hour}.</source>
        <translation>پذیرش ناتمامی از امروز، ساعت {hour} مانده است.</translation>
    </message>
    <message>
        <source>An intake that was not finished is waiting, from {day}, {hour}.</source>
        <translation>پذیرش ناتمامی از {day}، ساعت {hour} مانده است.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>ادامه</translation>
    </message>
</context>
<context>
    <name>ReturningBar</name>
    <message>
        <source>New file with it as history</source>
        <translation>پرونده تازه با این سابقه</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>بدون سابقه</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>باز کردن دوباره</translation>
    </message>
    <message>
        <source>The new file has it as its history.</source>
        <translation>پرونده تازه آن را سابقه خود دارد.</translation>
    </message>
    <message>
        <source>The same people were here with another matter: file {number}, {outcome}, {day}.</source>
        <translation>همین افراد با موضوع دیگری مراجعه داشته‌اند: پرونده {number}، {outcome}، {day}.</translation>
    </message>
    <message>
        <source>The same people were here with the same matter: file {number}, {outcome}, {day}.</source>
        <translation>همین افراد با همین موضوع مراجعه داشته‌اند: پرونده {number}، {outcome}، {day}.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Beside the matter</source>
        <translation>کنار پرونده</translation>
    </message>
    <message>
        <source>Couple and children</source>
        <translation>زوجین و فرزندان</translation>
    </message>
    <message>
        <source>Neighbourhood, work and contracts</source>
        <translation>همسایگی، کار و قرارداد</translation>
    </message>
    <message>
        <source>Relatives</source>
        <translation>بستگان</translation>
    </message>
    <message>
        <source>The sides of the matter</source>
        <translation>طرفین</translation>
    </message>
</context>
</TS>

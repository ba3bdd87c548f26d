<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CaseSteps</name>
    <message>
        <source>From then on the settlement counts.</source>
        <translation>از آن پس سازش شمرده می‌شود.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>هنوز نه</translation>
    </message>
    <message>
        <source>Recorded: the signatures of all sides were seen.</source>
        <translation>ثبت شد: امضای همه طرفین دیده شد.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیده شد</translation>
    </message>
    <message>
        <source>Were the signatures of all sides seen?</source>
        <translation>امضای همه طرفین دیده شد؟</translation>
    </message>
</context>
<context>
    <name>ClockMark</name>
    <message>
        <source>over</source>
        <translation>گذشت</translation>
    </message>
</context>
<context>
    <name>ExtendSheet</name>
    <message>
        <source>Answer until</source>
        <translation>پاسخ تا</translation>
    </message>
    <message>
        <source>More time was granted</source>
        <translation>مهلت تمدید شد</translation>
    </message>
    <message>
        <source>No hour was set before.</source>
        <translation>پیش‌تر مهلتی نوشته نشده است.</translation>
    </message>
    <message>
        <source>So far: until {due}</source>
        <translation>تا اکنون: {due}</translation>
    </message>
    <message>
        <source>Store the new time</source>
        <translation>ثبت مهلت تازه</translation>
    </message>
    <message>
        <source>The new time is stored.</source>
        <translation>مهلت تازه ثبت شد.</translation>
    </message>
    <message>
        <source>This was answered meanwhile.</source>
        <translation>در این میان پاسخ داده شده است.</translation>
    </message>
    <message>
        <source>Write day and hour.</source>
        <translation>روز و ساعت را بنویسید.</translation>
    </message>
</context>
<context>
    <name>LoadPage</name>
    <message>
        <source>Age</source>
        <translation>سن پرونده</translation>
    </message>
    <message>
        <source>Age of the open files</source>
        <translation>سن پرونده‌های باز</translation>
    </message>
    <message>
        <source>By name. How cases ended is in none of these figures, and no colleague is compared by it.</source>
        <translation>به ترتیب نام؛ نتیجه پرونده‌ها در هیچ‌یک از این رقم‌ها نیست و همکاران با آن سنجیده نمی‌شوند.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>همکار</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Hours of this week</source>
        <translation>ساعت‌های این هفته</translation>
    </message>
    <message>
        <source>Hours with people</source>
        <translation>ساعت‌های کار با مراجعان</translation>
    </message>
    <message>
        <source>How the figures are shown</source>
        <translation>شیوه نمایش رقم‌ها</translation>
    </message>
    <message>
        <source>Nobody here holds files yet; colleagues are added in the settings.</source>
        <translation>هنوز کسی پرونده ندارد؛ همکاران در تنظیمات افزوده می‌شوند.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>پرونده‌های باز</translation>
    </message>
    <message>
        <source>The unit&apos;s load</source>
        <translation>بار کار واحد</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>تعطیل</translation>
    </message>
    <message>
        <source>files</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>files under way</source>
        <translation>در حال رسیدگی</translation>
    </message>
    <message>
        <source>free</source>
        <translation>آزاد</translation>
    </message>
    <message>
        <source>over {days} days</source>
        <translation>بیش از {days} روز</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>گرفته</translation>
    </message>
    <message>
        <source>the last 4 weeks</source>
        <translation>۴ هفته گذشته</translation>
    </message>
    <message>
        <source>the next 7 days</source>
        <translation>۷ روز آینده</translation>
    </message>
    <message>
        <source>up to {days} days</source>
        <translation>تا {days} روز</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} پرونده</translation>
    </message>
    <message>
        <source>{first} to {days} days</source>
        <translation>{first} تا {days} روز</translation>
    </message>
</context>
<context>
    <name>ReminderBar</name>
    <message>
        <source>Put the reminder away</source>
        <translation>کنار گذاشتن یادآوری</translation>
    </message>
    <message>
        <source>See</source>
        <translation>دیدن</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} یادآوری دیگر</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Ask for more time</source>
        <translation>درخواست تمدید مهلت</translation>
    </message>
    <message>
        <source>Close the mark</source>
        <translation>بستن نشان</translation>
    </message>
    <message>
        <source>End it with a reason</source>
        <translation>پایان با دلیل رئیس</translation>
    </message>
    <message>
        <source>Give an appointment</source>
        <translation>نوبت دادن</translation>
    </message>
    <message>
        <source>It was not held</source>
        <translation>برگزار نشد</translation>
    </message>
    <message>
        <source>More time was granted</source>
        <translation>مهلت تمدید شد</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>باز کردن پرونده</translation>
    </message>
    <message>
        <source>Show the paper</source>
        <translation>دیدن برگه</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>Answers that are no longer right</source>
        <translation>پاسخ‌هایی که دیگر درست نیست</translation>
    </message>
    <message>
        <source>Answers to authorities</source>
        <translation>پاسخ به مراجع</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>تماس</translation>
    </message>
    <message>
        <source>Clauses that fell due</source>
        <translation>بندهای رسیده توافق</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>تکمیل</translation>
    </message>
    <message>
        <source>Enter the answer</source>
        <translation>ثبت پاسخ</translation>
    </message>
    <message>
        <source>Entries of the night</source>
        <translation>یادداشت‌های شب</translation>
    </message>
    <message>
        <source>Files at rest</source>
        <translation>پرونده‌های بی‌اقدام</translation>
    </message>
    <message>
        <source>First of all</source>
        <translation>پیش از همه</translation>
    </message>
    <message>
        <source>Follow-up calls</source>
        <translation>پیگیری‌ها</translation>
    </message>
    <message>
        <source>Keep the scan</source>
        <translation>نگهداری اسکن</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Letters given</source>
        <translation>نامه‌های ارجاع‌شده</translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>بازبینی شد</translation>
    </message>
    <message>
        <source>Marks with a clock</source>
        <translation>نشان‌های ساعت‌دار</translation>
    </message>
    <message>
        <source>Meetings without a record</source>
        <translation>جلسه‌های ثبت‌نشده</translation>
    </message>
    <message>
        <source>Notes that were opened</source>
        <translation>یادداشت‌های بازشده</translation>
    </message>
    <message>
        <source>Notes to the head</source>
        <translation>آگاهی‌های رئیس</translation>
    </message>
    <message>
        <source>Numbers of the registry</source>
        <translation>شماره‌های دبیرخانه</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>باز کردن پرونده</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>باز کردن نامه</translation>
    </message>
    <message>
        <source>Other bodies&apos; answers</source>
        <translation>پاسخ نهادهای دیگر</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>عقب افتاده</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>خواندن</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>ثبت پاسخ نهاد</translation>
    </message>
    <message>
        <source>Record the report</source>
        <translation>ثبت گزارش</translation>
    </message>
    <message>
        <source>Record the session</source>
        <translation>ثبت جلسه</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>بازبینی‌ها</translation>
    </message>
    <message>
        <source>See what was handed over</source>
        <translation>دیدن آنچه سپرده شد</translation>
    </message>
    <message>
        <source>Signatures awaited</source>
        <translation>امضاهای در انتظار</translation>
    </message>
    <message>
        <source>Signatures were seen</source>
        <translation>امضاها دیده شد</translation>
    </message>
    <message>
        <source>Signed sheets to scan</source>
        <translation>برگه‌های امضاشده بی‌اسکن</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>این هفته</translation>
    </message>
    <message>
        <source>To the note</source>
        <translation>رفتن به یادداشت</translation>
    </message>
    <message>
        <source>To the steps</source>
        <translation>رفتن به گام‌ها</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Type the number</source>
        <translation>نوشتن شماره</translation>
    </message>
    <message>
        <source>Unfinished steps of today</source>
        <translation>گام‌های ناتمام</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>سرانجام بند</translation>
    </message>
    <message>
        <source>Work of colleagues</source>
        <translation>کار همکاران</translation>
    </message>
    <message>
        <source>Write the correcting answer</source>
        <translation>نوشتن پاسخ اصلاحی</translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message>
        <source>Nothing lies ahead. What falls due stands here by itself.</source>
        <translation>کاری پیش رو نیست؛ هرچه سررسد خودش اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Nothing of this kind lies ahead.</source>
        <translation>از این نوع کاری پیش رو نیست.</translation>
    </message>
    <message>
        <source>Of which kind</source>
        <translation>نوع کار</translation>
    </message>
    <message>
        <source>The unit&apos;s load</source>
        <translation>بار کار واحد</translation>
    </message>
    <message>
        <source>What lies ahead</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>کار چه کسی؟</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>من</translation>
    </message>
    <message>
        <source>of every kind</source>
        <translation>همه کارها</translation>
    </message>
    <message>
        <source>the first {shown} of {count} works</source>
        <translation>{shown} کار نخست از {count}</translation>
    </message>
    <message>
        <source>the unit&apos;s</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>{count} works</source>
        <translation>{count} کار</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AddPartySheet</name>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>افزودن طرف</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>جایگاه</translation>
    </message>
    <message>
        <source>The party is added.</source>
        <translation>طرف تازه افزوده شد.</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>یکی از همکاران</translation>
    </message>
    <message>
        <source>beside the matter</source>
        <translation>بیرون از دو طرف</translation>
    </message>
    <message>
        <source>the client&apos;s side</source>
        <translation>طرف مراجع</translation>
    </message>
    <message>
        <source>the letter or the referrer</source>
        <translation>نامه یا ارجاع‌دهنده</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>the person</source>
        <translation>خود شخص</translation>
    </message>
</context>
<context>
    <name>AppointmentsCard</name>
    <message>
        <source>Appointments</source>
        <translation>نوبت‌ها</translation>
    </message>
    <message>
        <source>No hour is given yet; the first ones are for each person alone.</source>
        <translation>هنوز نوبتی داده نشده است؛ نخستین نوبت هر کس جداگانه است.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>لغو شد</translation>
    </message>
    <message>
        <source>held</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>کسی نیامد</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>در پیش</translation>
    </message>
    <message>
        <source>was it held?</source>
        <translation>ثبت شود</translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>مسئول</translation>
    </message>
    <message>
        <source>Responsible colleague</source>
        <translation>همکار مسئول</translation>
    </message>
    <message>
        <source>Shares the work</source>
        <translation>همراه در کار</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The colleague is named.</source>
        <translation>همکار مسئول تعیین شد.</translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>All signatures were seen</source>
        <translation>امضای همه طرفین دیده شد</translation>
    </message>
    <message>
        <source>Answer the referral</source>
        <translation>پاسخ به مرجع</translation>
    </message>
    <message>
        <source>Consent sheet</source>
        <translation>رضایت‌نامه</translation>
    </message>
    <message>
        <source>Give an hour</source>
        <translation>دادن نوبت</translation>
    </message>
    <message>
        <source>Go on with today&apos;s steps</source>
        <translation>ادامه گام‌های امروز</translation>
    </message>
    <message>
        <source>Last questions</source>
        <translation>پرسش‌های پایانی</translation>
    </message>
    <message>
        <source>Record a session</source>
        <translation>ثبت جلسه</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>ثبت نتیجه</translation>
    </message>
    <message>
        <source>Signatures seen</source>
        <translation>امضاها دیده شد</translation>
    </message>
    <message>
        <source>Talk alone</source>
        <translation>گفت‌وگوی فردی</translation>
    </message>
    <message>
        <source>The session was held; record it</source>
        <translation>جلسه برگزار شده؛ ثبت شود</translation>
    </message>
    <message>
        <source>by hand, of {day}</source>
        <translation>دست‌نویس، تاریخ وقوع {day}</translation>
    </message>
    <message>
        <source>responsible: {name}</source>
        <translation>مسئول: {name}</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>محدود</translation>
    </message>
    <message>
        <source>waiting for signatures</source>
        <translation>در انتظار امضا</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>A party&apos;s place in the file</source>
        <translation>جایگاه طرف در پرونده</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>افزودن طرف</translation>
    </message>
    <message>
        <source>An answer written elsewhere</source>
        <translation>پاسخی که بیرون از برنامه نوشته شد</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>نوبت</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>مختومه کردن پرونده</translation>
    </message>
    <message>
        <source>Closed and taken up again</source>
        <translation>مختومه شدن و باز شدن دوباره</translation>
    </message>
    <message>
        <source>Declare the file void</source>
        <translation>ابطال پرونده</translation>
    </message>
    <message>
        <source>Earlier file of the same people</source>
        <translation>پرونده پیشین همین افراد</translation>
    </message>
    <message>
        <source>Letter or paper</source>
        <translation>نامه یا سند</translation>
    </message>
    <message>
        <source>More</source>
        <translation>بیشتر</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Responsible colleague</source>
        <translation>همکار مسئول</translation>
    </message>
    <message>
        <source>Scan or original</source>
        <translation>اسکن یا اصل برگه</translation>
    </message>
    <message>
        <source>Send on to another body</source>
        <translation>معرفی به نهاد دیگر</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>جلسه</translation>
    </message>
    <message>
        <source>Subject and category</source>
        <translation>موضوع و دسته</translation>
    </message>
    <message>
        <source>Take the file up again</source>
        <translation>باز کردن دوباره پرونده</translation>
    </message>
    <message>
        <source>The file waits for something</source>
        <translation>پرونده منتظر چیزی است</translation>
    </message>
    <message>
        <source>The waiting is over</source>
        <translation>پایان انتظار</translation>
    </message>
    <message>
        <source>Who had the file</source>
        <translation>پرونده نزد چه کسانی بوده است؟</translation>
    </message>
    <message>
        <source>Who has opened the file</source>
        <translation>چه کسانی پرونده را باز کرده‌اند؟</translation>
    </message>
    <message>
        <source>Who may know of the file</source>
        <translation>چه کسی از پرونده خبر دارد؟</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>A clause was broken. What follows?</source>
        <translation>بندی نقض شد. چه می‌کنید؟</translation>
    </message>
    <message>
        <source>A note of the file was not finished.</source>
        <translation>نوشتن یادداشت پرونده نیمه‌کاره ماند.</translation>
    </message>
    <message>
        <source>A process note was not finished.</source>
        <translation>نوشتن یادداشت کار نیمه‌کاره ماند.</translation>
    </message>
    <message>
        <source>A referral to another body was not finished.</source>
        <translation>ثبت معرفی به نهاد دیگر ناتمام مانده است.</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>افزودن طرف</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>An outcome was not finished.</source>
        <translation>ثبت نتیجه ناتمام مانده است.</translation>
    </message>
    <message>
        <source>Answer the referral</source>
        <translation>پاسخ به مرجع</translation>
    </message>
    <message>
        <source>Attendance certificate</source>
        <translation>گواهی حضور</translation>
    </message>
    <message>
        <source>Call the sides</source>
        <translation>تماس با طرفین</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Give an hour</source>
        <translation>نوبت تازه</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Letter or paper</source>
        <translation>نامه یا سند</translation>
    </message>
    <message>
        <source>The outcome is recorded. What follows?</source>
        <translation>نتیجه ثبت شد. گام بعدی؟</translation>
    </message>
    <message>
        <source>The writing on a session was not finished.</source>
        <translation>نوشتن جلسه ناتمام مانده است.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>چنین پرونده‌ای پیدا نشد.</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>رفتن به میز کار</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
</context>
<context>
    <name>CaseWorks</name>
    <message>
        <source>Recorded: the signatures of all sides were seen.</source>
        <translation>ثبت شد: امضای همه طرفین دیده شد.</translation>
    </message>
</context>
<context>
    <name>EarlierFileSheet</name>
    <message>
        <source>Choose one of the files found.</source>
        <translation>یکی از پرونده‌هایی را که پیدا می‌شوند برگزینید.</translation>
    </message>
    <message>
        <source>Earlier file of the same people</source>
        <translation>پرونده پیشین همین افراد</translation>
    </message>
    <message>
        <source>Link the two</source>
        <translation>پیوند دو پرونده</translation>
    </message>
    <message>
        <source>Now linked: file {number}</source>
        <translation>اکنون به پرونده {number} پیوند دارد</translation>
    </message>
    <message>
        <source>Number of the file, with or without separators, or a name</source>
        <translation>شماره پرونده، با خط تیره یا بی آن، یا نام</translation>
    </message>
    <message>
        <source>Take the link off</source>
        <translation>برداشتن پیوند</translation>
    </message>
    <message>
        <source>The files are linked.</source>
        <translation>دو پرونده به هم پیوند خورد.</translation>
    </message>
    <message>
        <source>The link is taken off.</source>
        <translation>پیوند برداشته شد.</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>کدام پرونده؟</translation>
    </message>
</context>
<context>
    <name>EditSheet</name>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Criminal aspect</source>
        <translation>جنبه کیفری</translation>
    </message>
    <message>
        <source>In the client&apos;s own words</source>
        <translation>به بیان مراجع</translation>
    </message>
    <message>
        <source>Legal issue</source>
        <translation>عنوان قانونی</translation>
    </message>
    <message>
        <source>No</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>Second category</source>
        <translation>دسته دوم</translation>
    </message>
    <message>
        <source>Second legal issue</source>
        <translation>عنوان قانونی دوم</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>جای بایگانی</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Subject and category</source>
        <translation>موضوع و دسته</translation>
    </message>
    <message>
        <source>The file is changed.</source>
        <translation>پرونده تغییر کرد.</translation>
    </message>
    <message>
        <source>Third category</source>
        <translation>دسته سوم</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>دارد</translation>
    </message>
    <message>
        <source>without details; lists and books show it</source>
        <translation>بدون جزئیات؛ در فهرست و دفتر دیده می‌شود</translation>
    </message>
</context>
<context>
    <name>HoldSheet</name>
    <message>
        <source>In a few words</source>
        <translation>در چند کلمه</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>منتظر بماند</translation>
    </message>
    <message>
        <source>Look at it again on</source>
        <translation>روز بازبینی</translation>
    </message>
    <message>
        <source>The file waits</source>
        <translation>پرونده منتظر است</translation>
    </message>
    <message>
        <source>The file waits.</source>
        <translation>پرونده منتظر ماند.</translation>
    </message>
    <message>
        <source>Until that day it is not among the files at rest. Whatever is done in it ends the waiting.</source>
        <translation>تا آن روز جزو پرونده‌های بی‌اقدام نیست. هر کاری که در آن انجام شود انتظار را پایان می‌دهد.</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>منتظر چیست؟</translation>
    </message>
</context>
<context>
    <name>LevelSheet</name>
    <message>
        <source>Known to</source>
        <translation>چه کسی می‌بیند؟</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>ذخیره شد.</translation>
    </message>
    <message>
        <source>Who may know of the file</source>
        <translation>چه کسی از پرونده خبر دارد؟</translation>
    </message>
    <message>
        <source>everybody in the unit who reads files</source>
        <translation>همه همکارانی که پرونده می‌بینند</translation>
    </message>
    <message>
        <source>the head and who is named: a colleague&apos;s relative</source>
        <translation>مسئول واحد و همکار تعیین‌شده؛ از بستگان همکاران</translation>
    </message>
    <message>
        <source>the head and who works on it</source>
        <translation>مسئول واحد و همکاران همین پرونده</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>A court confirmed it</source>
        <translation>دادگاه تأیید کرد</translation>
    </message>
    <message>
        <source>All signatures were seen</source>
        <translation>امضای همه طرفین دیده شد</translation>
    </message>
    <message>
        <source>By</source>
        <translation>ثبت‌کننده</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>بندها</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>نسخه‌ها</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Goes to the judiciary: it is not closed here.</source>
        <translation>به مرجع قضایی می‌رود؛ در واحد مختومه نمی‌شود.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>امضاها</translation>
    </message>
    <message>
        <source>Signatures one by one</source>
        <translation>امضاها یک‌به‌یک</translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation>باز مانده</translation>
    </message>
    <message>
        <source>Still to sign</source>
        <translation>هنوز امضا نشده</translation>
    </message>
    <message>
        <source>The clause was broken</source>
        <translation>بند نقض شد</translation>
    </message>
    <message>
        <source>The clause was kept</source>
        <translation>بند انجام شد</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>گواهان</translation>
    </message>
    <message>
        <source>Would not sign</source>
        <translation>از امضا امتناع کرد</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
    <message>
        <source>waiting for them</source>
        <translation>در انتظار امضا</translation>
    </message>
    <message>
        <source>{amount} rial</source>
        <translation>{amount} ریال</translation>
    </message>
    <message>
        <source>{count} instalments of {amount}</source>
        <translation>{count} قسط {amount}</translation>
    </message>
    <message>
        <source>{name} would not sign on {day}; witnesses: {witnesses}.</source>
        <translation>{name} در {day} از امضا امتناع کرد؛ گواهان: {witnesses}.</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>No paper was issued yet.</source>
        <translation>هنوز سندی صادر نشده است.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>اسناد</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>دست‌نویس</translation>
    </message>
    <message>
        <source>void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>waits for its number</source>
        <translation>در انتظار شماره</translation>
    </message>
</context>
<context>
    <name>PartiesCard</name>
    <message>
        <source>Parties</source>
        <translation>طرفین</translation>
    </message>
    <message>
        <source>client</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>other side</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} ساله</translation>
    </message>
</context>
<context>
    <name>PartySheet</name>
    <message>
        <source>Added by mistake</source>
        <translation>اشتباهی افزوده شده</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>دعوت</translation>
    </message>
    <message>
        <source>Relation to the other side</source>
        <translation>نسبت با طرف مقابل</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>جایگاه</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>ذخیره شد.</translation>
    </message>
    <message>
        <source>The other side would be invited at this person&apos;s request</source>
        <translation>طرف مقابل به درخواست این شخص دعوت می‌شود</translation>
    </message>
    <message>
        <source>beside the matter</source>
        <translation>بیرون از دو طرف</translation>
    </message>
    <message>
        <source>the client&apos;s side</source>
        <translation>طرف مراجع</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>{name} in this file</source>
        <translation>{name} در این پرونده</translation>
    </message>
</context>
<context>
    <name>PathCard</name>
    <message>
        <source>Path of the file</source>
        <translation>مسیر پرونده</translation>
    </message>
    <message>
        <source>{count} days since it came</source>
        <translation>{count} روز از ارجاع</translation>
    </message>
</context>
<context>
    <name>ReadersSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Who has opened the file</source>
        <translation>چه کسانی پرونده را باز کرده‌اند؟</translation>
    </message>
    <message>
        <source>first {first}, last {last} at {hour}</source>
        <translation>نخستین بار {first}، آخرین بار {last} ساعت {hour}</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} بار</translation>
    </message>
</context>
<context>
    <name>RemovePartySheet</name>
    <message>
        <source>Take off</source>
        <translation>برداشتن از پرونده</translation>
    </message>
    <message>
        <source>Take {name} off the file</source>
        <translation>برداشتن {name} از پرونده</translation>
    </message>
    <message>
        <source>The party is taken off.</source>
        <translation>طرف از پرونده برداشته شد.</translation>
    </message>
</context>
<context>
    <name>ReplySheet</name>
    <message>
        <source>Answer to the referral</source>
        <translation>پاسخ به مرجع ارجاع</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>پیوست</translation>
    </message>
    <message>
        <source>Enter in the book</source>
        <translation>ثبت در دفتر</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>The answer gets the next number of our book; write it on the letter that goes out.</source>
        <translation>پاسخ شماره بعدی دفتر واحد را می‌گیرد؛ همان را روی نامه صادره بنویسید.</translation>
    </message>
    <message>
        <source>The answer has number {number}.</source>
        <translation>شماره پاسخ: {number}</translation>
    </message>
    <message>
        <source>The answer is entered.</source>
        <translation>پاسخ در دفتر ثبت شد.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>گیرنده</translation>
    </message>
</context>
<context>
    <name>ResumeSheet</name>
    <message>
        <source>The file is worked on again.</source>
        <translation>رسیدگی به پرونده ادامه یافت.</translation>
    </message>
    <message>
        <source>The waiting is over</source>
        <translation>پایان انتظار</translation>
    </message>
    <message>
        <source>Work on it again</source>
        <translation>ادامه رسیدگی</translation>
    </message>
</context>
<context>
    <name>RoundsSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Closed and taken up again</source>
        <translation>مختومه شدن و باز شدن دوباره</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>The file was never closed.</source>
        <translation>این پرونده هنوز مختومه نشده است.</translation>
    </message>
    <message>
        <source>taken up again: {reason}</source>
        <translation>باز شد: {reason}</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Nothing was recorded yet; a session needs no appointment.</source>
        <translation>هنوز جلسه‌ای ثبت نشده است؛ جلسه بدون نوبت هم ثبت می‌شود.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>جلسه‌ها</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>نیمه‌کاره</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>انجام شد {day}</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>ثبت دیرهنگام</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>کسی نیامد</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>از مهلت گذشته</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
</context>
<context>
    <name>SheetWithReason</name>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Answer</source>
        <translation>پاسخ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>ارجاع‌دهنده</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>مرجع</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>طبقه‌بندی</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>ثبت شکایت</translation>
    </message>
    <message>
        <source>Criminal aspect</source>
        <translation>جنبه کیفری</translation>
    </message>
    <message>
        <source>Declared void</source>
        <translation>دلیل ابطال</translation>
    </message>
    <message>
        <source>Earlier file {number}</source>
        <translation>پرونده سابقه {number}</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>شماره رخداد</translation>
    </message>
    <message>
        <source>Judicial archive</source>
        <translation>بایگانی قضایی</translation>
    </message>
    <message>
        <source>Judicial number</source>
        <translation>شماره قضایی</translation>
    </message>
    <message>
        <source>Later file {number}</source>
        <translation>پرونده بعدی {number}</translation>
    </message>
    <message>
        <source>Legal issue</source>
        <translation>عنوان قانونی</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>نامه</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>ابلاغیه</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>دستور</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>شماره وارده</translation>
    </message>
    <message>
        <source>Paper number</source>
        <translation>شماره کاغذی</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>جای بایگانی</translation>
    </message>
    <message>
        <source>Subject and referral</source>
        <translation>موضوع و ارجاع</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>شماره نهاد</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>With</source>
        <translation>همراه</translation>
    </message>
    <message>
        <source>has none</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>has one</source>
        <translation>دارد</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>بدهکار</translation>
    </message>
    <message>
        <source>owed until {day}, {hour}</source>
        <translation>تا {day}، {hour}</translation>
    </message>
    <message>
        <source>sent on {day}</source>
        <translation>{day} فرستاده شد</translation>
    </message>
    <message>
        <source>sent; says another result than the file</source>
        <translation>فرستاده شد؛ با نتیجه پرونده نمی‌خواند</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
</context>
<context>
    <name>VoidSheet</name>
    <message>
        <source>Declare the file void</source>
        <translation>ابطال پرونده</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Its number stays used, and nothing of it is deleted. Only the head sees it from then on.</source>
        <translation>شماره آن مصرف‌شده می‌ماند و چیزی پاک نمی‌شود. از این پس فقط مسئول واحد آن را می‌بیند.</translation>
    </message>
    <message>
        <source>The file is void.</source>
        <translation>پرونده ابطال شد.</translation>
    </message>
</context>
</TS>

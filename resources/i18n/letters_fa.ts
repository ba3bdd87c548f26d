<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AssignSheet</name>
    <message>
        <source>Colleague</source>
        <translation>همکار</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>Give to a colleague</source>
        <translation>ارجاع به همکار</translation>
    </message>
    <message>
        <source>Given; it stands on the colleague&apos;s desk.</source>
        <translation>ارجاع شد؛ در میز کار همکار دیده می‌شود.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>مهلت</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>دستور</translation>
    </message>
</context>
<context>
    <name>BookSheet</name>
    <message>
        <source>Book</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>از روز</translation>
    </message>
    <message>
        <source>From number</source>
        <translation>از شماره</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Print the book</source>
        <translation>چاپ دفتر</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>بازه</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>پایان بازه پیش از آغاز آن است.</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>تا روز</translation>
    </message>
    <message>
        <source>To number</source>
        <translation>تا شماره</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>by days</source>
        <translation>بر پایه روز</translation>
    </message>
    <message>
        <source>by numbers</source>
        <translation>بر پایه شماره</translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation>همه سال</translation>
    </message>
</context>
<context>
    <name>CorrectSheet</name>
    <message>
        <source>Correct the row</source>
        <translation>اصلاح ردیف</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The other words are those of the issued paper; correct the paper itself.</source>
        <translation>دیگر نوشته‌ها از سند صادرشده است؛ خود سند را اصلاح کنید.</translation>
    </message>
    <message>
        <source>The row is corrected; its number stays.</source>
        <translation>ردیف اصلاح شد؛ شماره همان است.</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>Choose how it refers to that letter.</source>
        <translation>بنویسید عطف است یا پیرو.</translation>
    </message>
    <message>
        <source>Enter in the book</source>
        <translation>ثبت در دفتر</translation>
    </message>
    <message>
        <source>Entered with number {number}.</source>
        <translation>با شماره {number} ثبت شد.</translation>
    </message>
    <message>
        <source>Letter into the book</source>
        <translation>ثبت نامه در دفتر</translation>
    </message>
</context>
<context>
    <name>FinishSheet</name>
    <message>
        <source>Done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>Noted as done.</source>
        <translation>انجام آن ثبت شد.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>نتیجه</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>Classification</source>
        <translation>طبقه‌بندی</translation>
    </message>
    <message>
        <source>Date on the letter</source>
        <translation>تاریخ نامه</translation>
    </message>
    <message>
        <source>Earlier letter</source>
        <translation>نامه پیشین</translation>
    </message>
    <message>
        <source>Empty where it belongs to none</source>
        <translation>اگر به پرونده‌ای نیست، خالی بماند</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>پیوست</translation>
    </message>
    <message>
        <source>Enter on an earlier day</source>
        <translation>ثبت در تاریخ گذشته</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>فرستنده یا گیرنده</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Number on the letter</source>
        <translation>شماره نامه</translation>
    </message>
    <message>
        <source>Only for a forgotten letter; it stands behind the last number of that day</source>
        <translation>تنها برای نامه فراموش‌شده؛ پس از آخرین شماره آن روز و «مکرر» ثبت می‌شود</translation>
    </message>
    <message>
        <source>Pick it from the list, or leave this empty.</source>
        <translation>از فهرست برگزینید یا خالی بگذارید.</translation>
    </message>
    <message>
        <source>Reason for the earlier day</source>
        <translation>دلیل ثبت در تاریخ گذشته</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Refers to it by</source>
        <translation>عطف یا پیرو</translation>
    </message>
    <message>
        <source>Sent or brought by</source>
        <translation>نحوه ارسال</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>خلاصه</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>مسیر</translation>
    </message>
    <message>
        <source>Without details; seen in the list and the book</source>
        <translation>بدون جزئیات؛ در فهرست و دفتر دیده می‌شود</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>وارده</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>داخلی</translation>
    </message>
    <message>
        <source>number of the file or a name</source>
        <translation>شماره پرونده یا نام</translation>
    </message>
    <message>
        <source>number of the letter, ours or theirs</source>
        <translation>شماره ثبت یا شماره نامه</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>صادره</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Answer to the inquiry</source>
        <translation>پاسخ استعلام</translation>
    </message>
    <message>
        <source>Answers and follows</source>
        <translation>عطف و پیرو</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>طبقه‌بندی</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>اصلاح</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>پیوست</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>ثبت‌کننده</translation>
    </message>
    <message>
        <source>Entered on</source>
        <translation>تاریخ ثبت</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>فرستنده یا گیرنده</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>ارجاع به</translation>
    </message>
    <message>
        <source>Keep a scan</source>
        <translation>افزودن اسکن</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Letter {number}</source>
        <translation>نامه {number}</translation>
    </message>
    <message>
        <source>Letter {number}, void</source>
        <translation>نامه {number}، ابطال‌شده</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>ثبت انجام</translation>
    </message>
    <message>
        <source>Nobody was given this letter.</source>
        <translation>به کسی ارجاع نشده است.</translation>
    </message>
    <message>
        <source>Nothing is scanned.</source>
        <translation>هنوز چیزی اسکن نشده است.</translation>
    </message>
    <message>
        <source>Number and date on the letter</source>
        <translation>شماره و تاریخ نامه</translation>
    </message>
    <message>
        <source>Of this letter the open book shows number and date alone.</source>
        <translation>از این نامه در دفتر عادی تنها شماره و تاریخ دیده می‌شود.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Refers to no other letter.</source>
        <translation>به نامه دیگری عطف یا پیرو نیست.</translation>
    </message>
    <message>
        <source>Repeated number</source>
        <translation>شماره مکرر</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>اسکن‌ها</translation>
    </message>
    <message>
        <source>Sent or brought by</source>
        <translation>نحوه ارسال</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>خلاصه</translation>
    </message>
    <message>
        <source>The letter is void; its number stays used.</source>
        <translation>نامه ابطال شد؛ شماره‌اش به کار رفته می‌ماند.</translation>
    </message>
    <message>
        <source>The number stays used.</source>
        <translation>شماره به کار رفته می‌ماند.</translation>
    </message>
    <message>
        <source>This scan is for those who read papers.</source>
        <translation>این اسکن را کسی می‌بیند که اجازه خواندن سندها را دارد.</translation>
    </message>
    <message>
        <source>To the file</source>
        <translation>به پرونده</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>Void because</source>
        <translation>دلیل ابطال</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>done: {word}</source>
        <translation>نتیجه: {word}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>از {name}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>عقب افتاده</translation>
    </message>
    <message>
        <source>really entered on {day}, because: {reason}</source>
        <translation>در {day} ثبت شد، به دلیل: {reason}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
    <message>
        <source>void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} صفحه</translation>
    </message>
    <message>
        <source>{number} refers to this</source>
        <translation>نامه {number} به این نامه برمی‌گردد</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Both books</source>
        <translation>هر دو دفتر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Enter a letter</source>
        <translation>ثبت نامه</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>همه نوع‌ها</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>همه سال‌ها</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>فرستنده یا گیرنده</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>ارجاع به</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>وارده</translation>
    </message>
    <message>
        <source>Incoming or outgoing</source>
        <translation>وارده یا صادره</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>داخلی</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>نامه‌ها</translation>
    </message>
    <message>
        <source>No letter fits these filters.</source>
        <translation>نامه‌ای با این شرط‌ها نیست.</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>چاپ‌نشده‌ها</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادره</translation>
    </message>
    <message>
        <source>Print the book</source>
        <translation>چاپ دفتر</translation>
    </message>
    <message>
        <source>Search in the books</source>
        <translation>جست‌وجو در دفترها</translation>
    </message>
    <message>
        <source>Show all letters</source>
        <translation>نمایش همه نامه‌ها</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>The books are empty.</source>
        <translation>دفتر خالی است.</translation>
    </message>
    <message>
        <source>The books are empty. Letters are entered here; papers enter themselves.</source>
        <translation>دفترها خالی است. نامه‌ها اینجا ثبت می‌شوند؛ سندها خودکار شماره می‌گیرند.</translation>
    </message>
    <message>
        <source>The letter book as it is kept on paper. That it was printed is in the log.</source>
        <translation>دفتر اندیکاتور برای بایگانی. چاپ آن در رویدادها ثبت می‌شود.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>محرمانه</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>وارده</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>داخلی</translation>
    </message>
    <message>
        <source>letter book {year}</source>
        <translation>دفتر اندیکاتور {year}</translation>
    </message>
    <message>
        <source>number, sender, recipient, subject or summary</source>
        <translation>شماره، فرستنده، گیرنده، موضوع یا خلاصه</translation>
    </message>
    <message>
        <source>only what somebody was given</source>
        <translation>تنها ارجاع‌های باز</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>صادره</translation>
    </message>
    <message>
        <source>void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>{kind}, repeated number</source>
        <translation>{kind}، مکرر</translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>Answers or follows</source>
        <translation>عطف و پیرو</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The two letters refer to each other.</source>
        <translation>ارتباط دو نامه ثبت شد.</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Choose the file first.</source>
        <translation>نخست فایل را برگزینید.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فایل</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>نگهداری</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Scan of the letter</source>
        <translation>اسکن نامه</translation>
    </message>
    <message>
        <source>The scan is kept.</source>
        <translation>اسکن نگهداری شد.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
</context>
<context>
    <name>VoidScanSheet</name>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Declare «{title}» void</source>
        <translation>ابطال «{title}»</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>The scan is void.</source>
        <translation>اسکن باطل شد.</translation>
    </message>
</context>
</TS>

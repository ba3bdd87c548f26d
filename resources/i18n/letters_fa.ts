<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>IncomingSheet</name>
    <message>
        <source>Classification</source>
        <translation>طبقه‌بندی</translation>
    </message>
    <message>
        <source>Date on the letter</source>
        <translation>تاریخ نامه</translation>
    </message>
    <message>
        <source>Empty where it belongs to none</source>
        <translation>اگر به پرونده‌ای نیست خالی بماند</translation>
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
        <source>Entered with number {number}.</source>
        <translation>با شماره {number} ثبت شد.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>From</source>
        <translation>فرستنده</translation>
    </message>
    <message>
        <source>Incoming letter</source>
        <translation>نامه وارده</translation>
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
        <source>Pick the file from the list, or leave this empty.</source>
        <translation>پرونده را از فهرست برگزینید یا خالی بگذارید.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>Without details; seen in the list and the book</source>
        <translation>بدون جزئیات؛ در فهرست و دفتر دیده می‌شود</translation>
    </message>
    <message>
        <source>number of the file or a name</source>
        <translation>شماره پرونده یا نام</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال نامه</translation>
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
        <source>Letter {number}</source>
        <translation>نامه {number}</translation>
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
        <source>Subject</source>
        <translation>موضوع</translation>
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
        <source>Enter an incoming letter</source>
        <translation>ثبت نامه وارده</translation>
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
        <source>Incoming</source>
        <translation>وارده</translation>
    </message>
    <message>
        <source>Incoming or outgoing</source>
        <translation>وارده یا صادره</translation>
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
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادره</translation>
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
        <source>The books are empty. A letter that came is entered here; papers enter themselves.</source>
        <translation>دفتر خالی است. نامه‌های رسیده را اینجا ثبت کنید؛ برگه‌های صادره خودشان ثبت می‌شوند.</translation>
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
        <source>outgoing</source>
        <translation>صادره</translation>
    </message>
    <message>
        <source>void</source>
        <translation>ابطال‌شده</translation>
    </message>
</context>
</TS>

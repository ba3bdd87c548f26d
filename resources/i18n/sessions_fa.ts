<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AttendanceLine</name>
    <message>
        <source>Attendance: {name}</source>
        <translation>حضور: {name}</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>ساعت آمدن</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>ساعت رفتن</translation>
    </message>
</context>
<context>
    <name>CaseNoteSheet</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Leave the note?</source>
        <translation>یادداشت رها شود؟</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Note of the file</source>
        <translation>یادداشت پرونده</translation>
    </message>
    <message>
        <source>The file is closed: this is stored as a late note and opens nothing.</source>
        <translation>پرونده بسته است؛ این یادداشت با نشان «با تأخیر» ثبت می‌شود و پرونده بسته می‌ماند.</translation>
    </message>
    <message>
        <source>The note is written down.</source>
        <translation>یادداشت پرونده ثبت شد.</translation>
    </message>
    <message>
        <source>What may be quoted in a report</source>
        <translation>آنچه می‌شود در گزارش آورد</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>نوشته پیشین شما بازگردانده شد.</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>ثبت یادداشت</translation>
    </message>
</context>
<context>
    <name>CaseNoteView</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Note of the file</source>
        <translation>یادداشت پرونده</translation>
    </message>
    <message>
        <source>late note</source>
        <translation>یادداشت با تأخیر</translation>
    </message>
</context>
<context>
    <name>EmergencySheet</name>
    <message>
        <source>A process note of {name}, {day}. Its author is told that it was opened, when and by whom.</source>
        <translation>یادداشت کار {name}، {day}. به نویسنده گفته می‌شود که چه کسی و کی آن را باز کرد.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>It closes by itself after {minutes} minutes.</source>
        <translation>پس از {minutes} دقیقه خودش بسته می‌شود.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Open with two keys</source>
        <translation>باز کردن با دو کلید</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>گذرواژه {name}</translation>
    </message>
    <message>
        <source>The seven groups of the sheet</source>
        <translation>هفت گروه روی برگ کلید دوم</translation>
    </message>
    <message>
        <source>This note is under no two keys. They are made in the settings, and reach a note when its author next looks at it; until then only its author reads it.</source>
        <translation>این یادداشت زیر دو کلید واحد نیست. دو کلید در تنظیمات ساخته می‌شود و وقتی نویسنده بار دیگر یادداشت‌هایش را ببیند به آن می‌رسد؛ تا آن زمان تنها نویسنده آن را می‌خواند.</translation>
    </message>
    <message>
        <source>Why it must be opened</source>
        <translation>چرا باید باز شود؟</translation>
    </message>
</context>
<context>
    <name>NotePad</name>
    <message>
        <source>Covered; show it</source>
        <translation>پوشیده است؛ نمایش</translation>
    </message>
    <message>
        <source>Only you read it; it is not printed</source>
        <translation>فقط شما می‌خوانید؛ چاپ نمی‌شود</translation>
    </message>
    <message>
        <source>Process note</source>
        <translation>یادداشت کار</translation>
    </message>
    <message>
        <source>What is for yourself alone</source>
        <translation>آنچه فقط برای خودتان است</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>ادامه نوشتن</translation>
    </message>
    <message>
        <source>It is not stored yet.</source>
        <translation>هنوز ذخیره نشده است.</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>ذخیره پیش‌نویس</translation>
    </message>
    <message>
        <source>Leave the note?</source>
        <translation>یادداشت رها شود؟</translation>
    </message>
    <message>
        <source>Opened by two keys on {when}, by {name}; the reason is in the log.</source>
        <translation>با دو کلید باز شد: {when}، {name}؛ دلیل آن در ثبت وقایع است.</translation>
    </message>
    <message>
        <source>Process note</source>
        <translation>یادداشت کار</translation>
    </message>
    <message>
        <source>Sealed with your own key: no colleague, no search, no report and no backup reads it.</source>
        <translation>با کلید خودتان بسته می‌شود؛ همکاران، جست‌وجو، گزارش‌ها و پشتیبان آن را نمی‌خوانند. فقط دو کلید واحد با هم آن را باز می‌کنند و آن‌گاه به شما گفته می‌شود.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیدم</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>The note is stored; only you read it.</source>
        <translation>یادداشت ذخیره شد؛ فقط شما می‌خوانید.</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>نوشته پیشین شما بازگردانده شد.</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>A note that may be quoted</source>
        <translation>یادداشتی که می‌شود از آن نقل کرد</translation>
    </message>
    <message>
        <source>A note that you alone read</source>
        <translation>یادداشتی که فقط خودتان می‌خوانید</translation>
    </message>
    <message>
        <source>Note of the file</source>
        <translation>یادداشت پرونده</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>یادداشت‌ها</translation>
    </message>
    <message>
        <source>Nothing was written down beside the sessions.</source>
        <translation>جز جلسه‌ها چیزی نوشته نشده است.</translation>
    </message>
    <message>
        <source>Process note</source>
        <translation>یادداشت کار</translation>
    </message>
    <message>
        <source>Process note · {day}</source>
        <translation>یادداشت کار · {day}</translation>
    </message>
    <message>
        <source>closed by the reset password</source>
        <translation>با گذرواژه پیشین بسته است</translation>
    </message>
    <message>
        <source>late</source>
        <translation>با تأخیر</translation>
    </message>
    <message>
        <source>opened by two keys</source>
        <translation>با دو کلید باز شد</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>در میان گذاشته‌اید</translation>
    </message>
    <message>
        <source>shared with you</source>
        <translation>با شما در میان است</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>از شما</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Each side has a room or hours of its own; they never sit together.</source>
        <translation>هر طرف اتاق یا ساعت خودش را دارد؛ دو طرف با هم نمی‌نشینند.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>نوع جلسه</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>جلسه بعد</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>شرح جلسه</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
    <message>
        <source>Stays in the file and may be quoted. What is for yourself alone is not written here.</source>
        <translation>در پرونده می‌ماند و می‌تواند نقل شود؛ آنچه فقط برای خودتان است اینجا نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>The other side&apos;s room</source>
        <translation>اتاق طرف دوم</translation>
    </message>
    <message>
        <source>To</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>What may be quoted in a report</source>
        <translation>آنچه می‌شود در گزارش آورد</translation>
    </message>
    <message>
        <source>Who else was in the room</source>
        <translation>چه کس دیگری در اتاق بود؟</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>حضور</translation>
    </message>
</context>
<context>
    <name>SessionNote</name>
    <message>
        <source>Open my process note</source>
        <translation>باز کردن یادداشت کار من</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>Break off</source>
        <translation>توقف جلسه</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>اصلاح</translation>
    </message>
    <message>
        <source>Correct the session</source>
        <translation>اصلاح جلسه</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>دور ریختن</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Leave the session?</source>
        <translation>جلسه رها شود؟</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Record a session</source>
        <translation>ثبت جلسه</translation>
    </message>
    <message>
        <source>The file is closed: this is stored as a late entry and opens nothing.</source>
        <translation>پرونده مختومه است؛ این جلسه با نشان «دیرهنگام» ثبت می‌شود و پرونده باز نمی‌شود.</translation>
    </message>
    <message>
        <source>The session is broken off</source>
        <translation>جلسه نیمه‌کاره ماند</translation>
    </message>
    <message>
        <source>The session is recorded, your process note is not yet.</source>
        <translation>جلسه ثبت شد؛ یادداشت کار شما هنوز نه.</translation>
    </message>
    <message>
        <source>The session is recorded.</source>
        <translation>جلسه ثبت شد.</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>نوشته پیشین شما بازگردانده شد.</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>Attendance certificate</source>
        <translation>گواهی حضور</translation>
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
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>It was broken off; no paper says so.</source>
        <translation>جلسه نیمه‌کاره ماند؛ در هیچ برگه‌ای نمی‌آید.</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>جلسه بعد</translation>
    </message>
    <message>
        <source>No record was written.</source>
        <translation>شرحی نوشته نشده است.</translation>
    </message>
    <message>
        <source>Others present</source>
        <translation>دیگر حاضران</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>from {hour}</source>
        <translation>از {hour}</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>ثبت دیرهنگام</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
    <message>
        <source>until {hour}</source>
        <translation>تا {hour}</translation>
    </message>
</context>
<context>
    <name>SessionWorks</name>
    <message>
        <source>Done: {task}</source>
        <translation>انجام شد: {task}</translation>
    </message>
    <message>
        <source>Taken back: {task}</source>
        <translation>برگردانده شد: {task}</translation>
    </message>
    <message>
        <source>To be done again: {task}</source>
        <translation>دوباره در کارها: {task}</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>absent</source>
        <translation>غایب</translation>
    </message>
    <message>
        <source>came</source>
        <translation>حاضر</translation>
    </message>
    <message>
        <source>did not want</source>
        <translation>نخواست</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>موجه</translation>
    </message>
    <message>
        <source>late</source>
        <translation>دیر آمد</translation>
    </message>
    <message>
        <source>left early</source>
        <translation>زود رفت</translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>A colleague who may see this file</source>
        <translation>همکاری که این پرونده را می‌بیند</translation>
    </message>
    <message>
        <source>Nobody but its author.</source>
        <translation>هیچ‌کس جز نویسنده.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>در میان گذاشتن</translation>
    </message>
    <message>
        <source>Share with</source>
        <translation>در میان گذاشتن با</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>پس گرفتن</translation>
    </message>
    <message>
        <source>The note opens to your colleague no longer.</source>
        <translation>یادداشت دیگر برای همکارتان باز نمی‌شود.</translation>
    </message>
    <message>
        <source>Who else can open it</source>
        <translation>چه کسان دیگری باز می‌کنند؟</translation>
    </message>
    <message>
        <source>Your colleague can open the note.</source>
        <translation>همکارتان یادداشت را باز می‌کند.</translation>
    </message>
</context>
<context>
    <name>StopNotice</name>
    <message>
        <source>It went on</source>
        <translation>جلسه ادامه یافت</translation>
    </message>
    <message>
        <source>No paper says so. Until the people were asked again, the sides are received apart.</source>
        <translation>در هیچ برگه‌ای نمی‌آید. تا وقتی دوباره از هر کس پرسیده شود، دو طرف جدا پذیرفته می‌شوند.</translation>
    </message>
    <message>
        <source>The session was broken off</source>
        <translation>جلسه نیمه‌کاره ماند</translation>
    </message>
    <message>
        <source>What happened, if there is time</source>
        <translation>چه شد؟ (اگر فرصت هست)</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <source>Done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>Task {number}</source>
        <translation>کار {number}</translation>
    </message>
    <message>
        <source>Task {number}: done</source>
        <translation>کار {number}: انجام شد</translation>
    </message>
    <message>
        <source>Task {number}: until</source>
        <translation>کار {number}: مهلت</translation>
    </message>
    <message>
        <source>Task {number}: who</source>
        <translation>کار {number}: چه کسی؟</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>مهلت</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>چه کاری؟</translation>
    </message>
</context>
<context>
    <name>TasksEditor</name>
    <message>
        <source>Task</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>مهلت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی؟</translation>
    </message>
</context>
</TS>

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
    <name>SessionForm</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
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
        <source>To</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>What may be quoted in a report</source>
        <translation>آنچه در گزارش می‌تواند نقل شود</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>حضور</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
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
        <source>Next meeting</source>
        <translation>جلسه بعد</translation>
    </message>
    <message>
        <source>No record was written.</source>
        <translation>شرحی نوشته نشده است.</translation>
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
        <source>from {hour}</source>
        <translation>از {hour}</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>ثبت دیرهنگام</translation>
    </message>
    <message>
        <source>until {hour}</source>
        <translation>تا {hour}</translation>
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
</TS>

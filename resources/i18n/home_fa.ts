<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>DayColumn</name>
    <message>
        <source>The coming days</source>
        <translation>روزهای پیش رو</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>فردا</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>alone</source>
        <translation>فردی</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>تلفنی</translation>
    </message>
    <message>
        <source>held</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>hour passed</source>
        <translation>ساعتش گذشت</translation>
    </message>
    <message>
        <source>in {count} days</source>
        <translation>{count} روز دیگر</translation>
    </message>
    <message>
        <source>last night</source>
        <translation>دیشب</translation>
    </message>
    <message>
        <source>outside the unit</source>
        <translation>بیرون از واحد</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>separate for now</source>
        <translation>فعلاً جداگانه</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>مهلت گذشت</translation>
    </message>
    <message>
        <source>to be recorded</source>
        <translation>ثبت شود</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>today until {hour}</source>
        <translation>امروز تا {hour}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>فردا</translation>
    </message>
    <message>
        <source>two rooms</source>
        <translation>دو اتاق</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>دیروز</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} روز پیش</translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation>{count} روز گذشته</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} مانده</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Ahead</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>Appointments today</source>
        <translation>نوبت امروز</translation>
    </message>
    <message>
        <source>Entries of the night</source>
        <translation>یادداشت شب</translation>
    </message>
    <message>
        <source>Marks with a clock</source>
        <translation>نشان ساعت‌دار</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>Nothing is booked for today; hours are given on the appointments page.</source>
        <translation>برای امروز نوبتی گذاشته نشده است؛ از صفحه «نوبت‌ها» وقت بدهید.</translation>
    </message>
    <message>
        <source>Nothing waits. What falls due stands here by itself.</source>
        <translation>کاری در انتظار نیست. هر چه موعدش برسد، خود اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Overdue answers</source>
        <translation>پاسخ عقب‌افتاده</translation>
    </message>
    <message>
        <source>Reviews due</source>
        <translation>بازبینی امروز</translation>
    </message>
    <message>
        <source>To the appointments</source>
        <translation>رفتن به نوبت‌ها</translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>نوبت‌های امروز</translation>
    </message>
    <message>
        <source>all held</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>look at the marks again</source>
        <translation>نشان‌ها دوباره دیده شود</translation>
    </message>
    <message>
        <source>next: {hour}</source>
        <translation>بعدی: {hour}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ندارید</translation>
    </message>
    <message>
        <source>none is owed</source>
        <translation>پاسخی بدهکار نیستید</translation>
    </message>
    <message>
        <source>none runs</source>
        <translation>هیچ‌کدام</translation>
    </message>
    <message>
        <source>none today</source>
        <translation>امروز ندارید</translation>
    </message>
    <message>
        <source>to be completed</source>
        <translation>تکمیل شود</translation>
    </message>
    <message>
        <source>to be recorded</source>
        <translation>ثبت شود</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} مورد</translation>
    </message>
    <message>
        <source>{count} still in time</source>
        <translation>{count} پاسخ در مهلت</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>Compare the records</source>
        <translation>مقایسه سابقه‌ها</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعداً</translation>
    </message>
    <message>
        <source>Note to the head</source>
        <translation>یادداشت برای مسئول واحد</translation>
    </message>
    <message>
        <source>Open file {number}</source>
        <translation>باز کردن پرونده {number}</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیدم</translation>
    </message>
    <message>
        <source>This note was put away already.</source>
        <translation>این یادداشت پیش‌تر کنار گذاشته شده است.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CallSheet</name>
    <message>
        <source>A colleague has asked meanwhile; what you typed is kept as a draft.</source>
        <translation>همکاری در این میان پیگیری کرده است؛ نوشته شما پیش‌نویس ماند.</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>روز دیگر</translation>
    </message>
    <message>
        <source>Day of the call</source>
        <translation>روز تماس</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>First ask: can you talk freely now?</source>
        <translation>نخست بپرسید: الان راحت می‌توانید صحبت کنید؟</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>پیگیری</translation>
    </message>
    <message>
        <source>How</source>
        <translation>روش</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>در چند کلمه</translation>
    </message>
    <message>
        <source>It was not safe to talk</source>
        <translation>مکالمه امن نبود</translation>
    </message>
    <message>
        <source>Leave the follow-up?</source>
        <translation>از پیگیری بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>Not to be asked</source>
        <translation>پیگیری نمی‌شود</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Recorded. The marks of the file are to be looked at again today.</source>
        <translation>ثبت شد. نشان‌های پرونده امروز باید دوباره دیده شود.</translation>
    </message>
    <message>
        <source>Recorded: {state}</source>
        <translation>ثبت شد: {state}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Say that the number was wrong, and nothing else.</source>
        <translation>فقط بگویید شماره اشتباه بود.</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>گام بعدی</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>آنچه توافق شد</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>چه کسی پاسخ داد؟</translation>
    </message>
    <message>
        <source>Who was it</source>
        <translation>چه کسی بود؟</translation>
    </message>
    <message>
        <source>no</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>هیچ‌کس</translation>
    </message>
    <message>
        <source>opens by itself after recording</source>
        <translation>پس از ثبت خودش باز می‌شود</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>کس دیگری</translation>
    </message>
    <message>
        <source>the person</source>
        <translation>خود شخص</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>ClauseLine</name>
    <message>
        <source>Clause {number}</source>
        <translation>بند {number}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>نقض شد</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>در بخشی</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>kept: {how}</source>
        <translation>انجام شد: {how}</translation>
    </message>
    <message>
        <source>number, date or where it is</source>
        <translation>شماره، تاریخ یا محل آن</translation>
    </message>
    <message>
        <source>the own word is not enough; only a receipt</source>
        <translation>گفته خودش کافی نیست؛ فقط رسید</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
    <message>
        <source>waits for another clause</source>
        <translation>وابسته به بند دیگر</translation>
    </message>
    <message>
        <source>{debtor} to {creditor}</source>
        <translation>{debtor} به {creditor}</translation>
    </message>
</context>
<context>
    <name>DropSheet</name>
    <message>
        <source>Leave it out</source>
        <translation>کنار گذاشتن</translation>
    </message>
    <message>
        <source>Not to be asked</source>
        <translation>پیگیری نمی‌شود</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>for {count} days</source>
        <translation>از {count} روز پیش</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>{count} tries in vain</source>
        <translation>{count} تلاش بی‌پاسخ</translation>
    </message>
</context>
<context>
    <name>FollowUpsCard</name>
    <message>
        <source>Follow-up</source>
        <translation>پیگیری</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>Follow-up</source>
        <translation>پیگیری</translation>
    </message>
    <message>
        <source>In the coming days</source>
        <translation>روزهای پیش رو</translation>
    </message>
    <message>
        <source>Nobody is to be asked today; calls make themselves with the outcome.</source>
        <translation>امروز پیگیری نیست؛ پیگیری‌ها با ثبت نتیجه خودشان ساخته می‌شود.</translation>
    </message>
    <message>
        <source>Today and before</source>
        <translation>امروز و پیش از آن</translation>
    </message>
    <message>
        <source>Whose files</source>
        <translation>پرونده‌های چه کسی؟</translation>
    </message>
    <message>
        <source>a colleague&apos;s file</source>
        <translation>پرونده همکار</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>همه پرونده‌ها</translation>
    </message>
    <message>
        <source>my files</source>
        <translation>پرونده‌های من</translation>
    </message>
    <message>
        <source>{count} calls</source>
        <translation>{count} پیگیری</translation>
    </message>
</context>
<context>
    <name>PutOffSheet</name>
    <message>
        <source>Ask on another day</source>
        <translation>پیگیری در روز دیگر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>به روز دیگر</translation>
    </message>
</context>
<context>
    <name>WhomCard</name>
    <message>
        <source>Before the call</source>
        <translation>پیش از تماس</translation>
    </message>
    <message>
        <source>No consent to calls is recorded: ask in person or through the referrer, or record it first.</source>
        <translation>رضایت به تماس ثبت نشده است: حضوری یا از راه مرجع پیگیری کنید، یا نخست رضایت را ثبت کنید.</translation>
    </message>
    <message>
        <source>No telephone is stored for this person.</source>
        <translation>برای این شخص تلفنی ثبت نشده است.</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>ask whether it suits</source>
        <translation>بپرسید مناسب است یا نه</translation>
    </message>
    <message>
        <source>code word: {word}</source>
        <translation>کلمه رمز: {word}</translation>
    </message>
    <message>
        <source>hours to call: {hours}</source>
        <translation>ساعت تماس: {hours}</translation>
    </message>
    <message>
        <source>not to be called</source>
        <translation>تماس گرفته نشود</translation>
    </message>
    <message>
        <source>told by {name}</source>
        <translation>به گفته {name}</translation>
    </message>
</context>
<context>
    <name>_OneQuestion</name>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
</context>
</TS>

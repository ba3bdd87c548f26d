<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ReferSheet</name>
    <message>
        <source>Agrees that this is told to that body</source>
        <translation>موافق است که این به آن نهاد گفته شود</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>رضایت</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>First witness</source>
        <translation>گواه نخست</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>مبنای قانونی</translation>
    </message>
    <message>
        <source>Name of the body</source>
        <translation>نام نهاد</translation>
    </message>
    <message>
        <source>Number and date of the order</source>
        <translation>شماره و تاریخ دستور</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>بر چه مبنایی؟</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>قرائت</translation>
    </message>
    <message>
        <source>Record the referral</source>
        <translation>ثبت معرفی</translation>
    </message>
    <message>
        <source>Say no more than the body needs. A confidential address never goes into this text.</source>
        <translation>بیش از نیاز آن نهاد ننویسید. نشانی محرمانه هرگز در این متن نمی‌آید.</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>گواه دوم</translation>
    </message>
    <message>
        <source>Send on to another body</source>
        <translation>معرفی به نهاد دیگر</translation>
    </message>
    <message>
        <source>The consent to tell this body stands already.</source>
        <translation>رضایت به دادن اطلاعات به این نهاد پیش‌تر ثبت شده است.</translation>
    </message>
    <message>
        <source>The referral is recorded.</source>
        <translation>معرفی ثبت شد.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>به کجا؟</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>What is asked of them</source>
        <translation>از آن نهاد چه خواسته می‌شود؟</translation>
    </message>
    <message>
        <source>What is told was read aloud</source>
        <translation>متنی که گفته می‌شود برای او قرائت شد</translation>
    </message>
    <message>
        <source>Who consents for the minor</source>
        <translation>چه کسی از سوی کودک رضایت می‌دهد؟</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>چه کسی؟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل معرفی</translation>
    </message>
    <message>
        <source>on a legal basis</source>
        <translation>بر پایه قانون</translation>
    </message>
    <message>
        <source>with own consent</source>
        <translation>با رضایت خود او</translation>
    </message>
</context>
<context>
    <name>ReferralSheet</name>
    <message>
        <source>Answer</source>
        <translation>پاسخ</translation>
    </message>
    <message>
        <source>Answer or reason</source>
        <translation>پاسخ یا دلیل</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>پاسخ رسید</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>دریافت شد</translation>
    </message>
    <message>
        <source>By</source>
        <translation>ثبت‌کننده</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>پایان یافت</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>مبنا</translation>
    </message>
    <message>
        <source>How it went on</source>
        <translation>چه شد؟</translation>
    </message>
    <message>
        <source>Make the letter</source>
        <translation>نوشتن نامه</translation>
    </message>
    <message>
        <source>Number of the answer</source>
        <translation>شماره پاسخ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>ثبت شد.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>توضیح</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>فرستاده شد</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>خواسته</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>برای</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل معرفی</translation>
    </message>
</context>
<context>
    <name>ReferralsCard</name>
    <message>
        <source>Sent on to other bodies</source>
        <translation>معرفی به نهادها</translation>
    </message>
    <message>
        <source>{days} days without answer</source>
        <translation>{days} روز بی‌پاسخ</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AgreementEditor</name>
    <message>
        <source>A waiver needs no clause; with a condition, the condition is a clause.</source>
        <translation>گذشت به بند نیاز ندارد؛ گذشت مشروط، شرط خود را در یک بند دارد.</translation>
    </message>
    <message>
        <source>Add a clause</source>
        <translation>افزودن بند</translation>
    </message>
    <message>
        <source>Both sides sat together</source>
        <translation>طرفین با هم در یک جلسه بودند</translation>
    </message>
    <message>
        <source>Both waive further claims</source>
        <translation>هر دو از ادعای دیگر گذشت می‌کنند</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>ادعاها</translation>
    </message>
    <message>
        <source>Clause {number}</source>
        <translation>بند {number}</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>شرط</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>تعداد نسخه</translation>
    </message>
    <message>
        <source>Empty: one a side and one for the file</source>
        <translation>خالی: یکی برای هر سمت و یکی برای پرونده</translation>
    </message>
    <message>
        <source>How</source>
        <translation>چگونگی</translation>
    </message>
    <message>
        <source>It depends on a condition</source>
        <translation>گذشت مشروط است</translation>
    </message>
    <message>
        <source>Place of the agreement</source>
        <translation>محل توافق</translation>
    </message>
    <message>
        <source>The interest of the children</source>
        <translation>مصلحت فرزندان</translation>
    </message>
    <message>
        <source>The waiver</source>
        <translation>گذشت</translation>
    </message>
    <message>
        <source>What follows a breach</source>
        <translation>پیامد نقض</translation>
    </message>
    <message>
        <source>What stays open</source>
        <translation>آنچه باز می‌ماند</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>آنچه توافق شد</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>امضاکنندگان</translation>
    </message>
</context>
<context>
    <name>AgreementWorks</name>
    <message>
        <source>Clause broken, as the beneficiary says.</source>
        <translation>به گفته ذی‌نفع، بند نقض شد.</translation>
    </message>
    <message>
        <source>Clause kept, as the beneficiary says.</source>
        <translation>به گفته ذی‌نفع، بند انجام شد.</translation>
    </message>
</context>
<context>
    <name>ClauseBlock</name>
    <message>
        <source>After clause</source>
        <translation>پس از بند</translation>
    </message>
    <message>
        <source>Amount, if money is owed</source>
        <translation>مبلغ، اگر پولی است</translation>
    </message>
    <message>
        <source>Clause {number}</source>
        <translation>بند {number}</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>تعداد قسط ماهانه</translation>
    </message>
    <message>
        <source>Move the clause down</source>
        <translation>پایین بردن بند</translation>
    </message>
    <message>
        <source>Move the clause up</source>
        <translation>بالا بردن بند</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>کجا؟</translation>
    </message>
    <message>
        <source>Remove the clause</source>
        <translation>برداشتن بند</translation>
    </message>
    <message>
        <source>Towards whom</source>
        <translation>برای چه کسی؟</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>تا چه زمانی؟</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چه کاری یا چه چیزی؟</translation>
    </message>
    <message>
        <source>Who undertakes</source>
        <translation>چه کسی؟</translation>
    </message>
</context>
<context>
    <name>ClauseSheet</name>
    <message>
        <source>A receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Clause {number}</source>
        <translation>بند {number}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Recorded: {state}</source>
        <translation>ثبت شد: {state}</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>برداشتن این ثبت</translation>
    </message>
    <message>
        <source>The beneficiary</source>
        <translation>ذی‌نفع</translation>
    </message>
    <message>
        <source>The debtor</source>
        <translation>بدهکار</translation>
    </message>
    <message>
        <source>The debtor&apos;s own word is no proof.</source>
        <translation>گفته خود بدهکار به تنهایی بس نیست.</translation>
    </message>
    <message>
        <source>The mark was taken back.</source>
        <translation>ثبت این بند برداشته شد.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>چه شد؟</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>به گفته چه کسی؟</translation>
    </message>
</context>
<context>
    <name>CourtSheet</name>
    <message>
        <source>Confirmed by a court</source>
        <translation>تأیید دادگاه</translation>
    </message>
    <message>
        <source>Court or council</source>
        <translation>دادگاه یا شورا</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Once confirmed it binds like a judgment.</source>
        <translation>پس از تأیید، مانند رأی دادگاه اجرا می‌شود.</translation>
    </message>
    <message>
        <source>Record the confirmation</source>
        <translation>ثبت تأیید</translation>
    </message>
    <message>
        <source>The confirmation is recorded.</source>
        <translation>تأیید دادگاه ثبت شد.</translation>
    </message>
</context>
<context>
    <name>OutcomeSheet</name>
    <message>
        <source>Day</source>
        <translation>روز نتیجه</translation>
    </message>
    <message>
        <source>File {number} · stands at: {status}</source>
        <translation>پرونده {number} · وضعیت: {status}</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>شرح کوتاه</translation>
    </message>
    <message>
        <source>Leave the outcome?</source>
        <translation>ثبت نتیجه رها شود؟</translation>
    </message>
    <message>
        <source>Name the body, the other file or the reason.</source>
        <translation>نام نهاد، شماره پرونده دیگر یا دلیل را بنویسید.</translation>
    </message>
    <message>
        <source>Outcome of the file</source>
        <translation>نتیجه پرونده</translation>
    </message>
    <message>
        <source>Outcome recorded: {outcome}</source>
        <translation>نتیجه ثبت شد: {outcome}</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>ثبت نتیجه</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>امضاها</translation>
    </message>
    <message>
        <source>The agreement is signed and stays as it is. To change it, declare it void in the file first.</source>
        <translation>توافق امضا شده است و همان می‌ماند؛ برای تغییر، نخست آن را در صفحه پرونده ابطال کنید.</translation>
    </message>
    <message>
        <source>The clause was removed.</source>
        <translation>بند برداشته شد.</translation>
    </message>
    <message>
        <source>The matter may hold a public offence: it is recorded and sent to the judiciary, not closed here.</source>
        <translation>موضوع می‌تواند جنبه عمومی داشته باشد؛ ثبت می‌شود و به مرجع قضایی می‌رود، در واحد مختومه نمی‌شود.</translation>
    </message>
    <message>
        <source>The signatures of all sides were seen</source>
        <translation>امضای همه طرفین دیده شد</translation>
    </message>
    <message>
        <source>Until the signatures were seen it waits and counts as no settlement.</source>
        <translation>تا امضای همه دیده نشود، «در انتظار امضا» می‌ماند و سازش شمرده نمی‌شود.</translation>
    </message>
    <message>
        <source>{count} more recorded invitations are needed</source>
        <translation>{count} دعوت ثبت‌شده دیگر لازم است</translation>
    </message>
    <message>
        <source>{papers} was issued. When the agreement changes, it becomes void and is printed and signed anew.</source>
        <translation>از این توافق {papers} صادر شده است؛ اگر متن توافق تغییر کند، آن برگه باطل می‌شود و برگه تازه باید چاپ و امضا شود.</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Agreement</source>
        <translation>توافق</translation>
    </message>
    <message>
        <source>Undertaking</source>
        <translation>تعهد</translation>
    </message>
    <message>
        <source>Waiver</source>
        <translation>گذشت</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>نقض شد</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>kept in part</source>
        <translation>بخشی انجام شد</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>امضاشده</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>در پیش</translation>
    </message>
    <message>
        <source>waiting for signatures</source>
        <translation>در انتظار امضا</translation>
    </message>
</context>
<context>
    <name>RefusalSheet</name>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Record the refusal</source>
        <translation>ثبت امتناع</translation>
    </message>
    <message>
        <source>Recorded: the signature was refused.</source>
        <translation>ثبت شد: از امضا امتناع کرد.</translation>
    </message>
    <message>
        <source>The agreement becomes void, and the outcome is: no settlement. Two witnesses confirm it.</source>
        <translation>توافق ابطال می‌شود و نتیجه پرونده عدم سازش است. دو گواه آن را تأیید می‌کنند.</translation>
    </message>
    <message>
        <source>Who would not sign</source>
        <translation>چه کسی امضا نکرد؟</translation>
    </message>
    <message>
        <source>Would not sign</source>
        <translation>از امضا امتناع کرد</translation>
    </message>
</context>
<context>
    <name>SignaturesSheet</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Record the signatures</source>
        <translation>ثبت امضاها</translation>
    </message>
    <message>
        <source>Recorded: the signatures were seen.</source>
        <translation>ثبت شد: امضاها دیده شد.</translation>
    </message>
    <message>
        <source>Signatures that were seen</source>
        <translation>امضاهای دیده‌شده</translation>
    </message>
    <message>
        <source>Whose signature was seen</source>
        <translation>امضای چه کسی دیده شد؟</translation>
    </message>
    <message>
        <source>With the last side&apos;s signature the agreement counts.</source>
        <translation>با امضای آخرین طرف، توافق به شمار می‌آید.</translation>
    </message>
</context>
<context>
    <name>VoidAgreementSheet</name>
    <message>
        <source>Declare the agreement void</source>
        <translation>ابطال توافق</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Nothing is deleted; the outcome waits until another agreement is signed.</source>
        <translation>چیزی پاک نمی‌شود؛ نتیجه تا امضای توافق دیگر در انتظار می‌ماند.</translation>
    </message>
    <message>
        <source>The agreement is void.</source>
        <translation>توافق ابطال شد.</translation>
    </message>
</context>
<context>
    <name>WitnessLines</name>
    <message>
        <source>First witness</source>
        <translation>گواه نخست</translation>
    </message>
    <message>
        <source>Name of the father</source>
        <translation>نام پدر</translation>
    </message>
    <message>
        <source>National code</source>
        <translation>کد ملی</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>گواه دوم</translation>
    </message>
</context>
</TS>

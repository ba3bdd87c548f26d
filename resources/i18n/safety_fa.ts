<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CardQuestion</name>
    <message>
        <source>Card of numbers</source>
        <translation>کارت شماره‌ها</translation>
    </message>
    <message>
        <source>Is it safe for you to carry this card?</source>
        <translation>همراه داشتن این کارت برایتان بی‌خطر است؟</translation>
    </message>
    <message>
        <source>Not safe; no card</source>
        <translation>بی‌خطر نیست؛ کارت نمی‌دهیم</translation>
    </message>
    <message>
        <source>Safe; show the card</source>
        <translation>بی‌خطر است؛ نمایش کارت</translation>
    </message>
</context>
<context>
    <name>ClockLine</name>
    <message>
        <source>Until {end}; the time is over</source>
        <translation>تا {end}؛ زمان گذشته است</translation>
    </message>
    <message>
        <source>Until {end}; {hours} hours and {minutes} minutes left</source>
        <translation>تا {end}؛ {hours} ساعت و {minutes} دقیقه مانده</translation>
    </message>
</context>
<context>
    <name>CloseSheet</name>
    <message>
        <source>Close it</source>
        <translation>بستن نشان</translation>
    </message>
    <message>
        <source>Close the mark</source>
        <translation>بستن نشان</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>Back to the questions</source>
        <translation>بازگشت به پرسش‌ها</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Consent sheet</source>
        <translation>رضایت‌نامه</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>Go on to the talk alone</source>
        <translation>ادامه: گفت‌وگوی فردی</translation>
    </message>
    <message>
        <source>Nothing new is answered yet.</source>
        <translation>هنوز پاسخ تازه‌ای زده نشده است.</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>چاپ رضایت‌نامه</translation>
    </message>
    <message>
        <source>Store the consent</source>
        <translation>ثبت رضایت</translation>
    </message>
    <message>
        <source>The consent is stored</source>
        <translation>رضایت ثبت شد</translation>
    </message>
    <message>
        <source>What you typed before is here again</source>
        <translation>آنچه پیش‌تر نوشته بودید باز آمد</translation>
    </message>
    <message>
        <source>{name}, alone</source>
        <translation>{name}، به‌تنهایی</translation>
    </message>
</context>
<context>
    <name>DangerPage</name>
    <message>
        <source>Card of numbers</source>
        <translation>کارت شماره‌ها</translation>
    </message>
    <message>
        <source>Complete it later</source>
        <translation>بعداً کامل می‌کنم</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>Hour of knowledge</source>
        <translation>ساعت اطلاع</translation>
    </message>
    <message>
        <source>Leave this page?</source>
        <translation>از این صفحه بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>ماندن در همین صفحه</translation>
    </message>
    <message>
        <source>Steps of today</source>
        <translation>کارهای امروز</translation>
    </message>
    <message>
        <source>Store and close</source>
        <translation>ثبت و پایان</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>This page is not complete. It stays at the top of the first page until it is.</source>
        <translation>این صفحه کامل نیست. تا کامل نشود بالای صفحه نخست می‌ماند.</translation>
    </message>
    <message>
        <source>What was written before is here again</source>
        <translation>آنچه پیش‌تر نوشته شده بود باز آمد</translation>
    </message>
    <message>
        <source>Why it did not wait for consent</source>
        <translation>چرا منتظر رضایت نماند؟</translation>
    </message>
    <message>
        <source>{name}; typed at {typed}</source>
        <translation>{name}؛ ثبت در {typed}</translation>
    </message>
</context>
<context>
    <name>DecisionsCard</name>
    <message>
        <source>Each may be answered with no; nothing else depends on it.</source>
        <translation>به هر کدام می‌شود نه گفت؛ هیچ کار دیگری به آن بسته نیست.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Takes it back</source>
        <translation>پس گرفت</translation>
    </message>
    <message>
        <source>The person&apos;s own decision</source>
        <translation>تصمیم خود او</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>FlagLine</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>بازبینی شد</translation>
    </message>
    <message>
        <source>Mark {letter}: {name}</source>
        <translation>نشان {letter}: {name}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>ثبت شماره و ساعت</translation>
    </message>
    <message>
        <source>Reported, no. {number}</source>
        <translation>ثبت شد، شماره {number}</translation>
    </message>
    <message>
        <source>known {known}</source>
        <translation>اطلاع {known}</translation>
    </message>
    <message>
        <source>to be looked at by {day}</source>
        <translation>بازبینی تا {day}</translation>
    </message>
    <message>
        <source>typed {typed} by {who}</source>
        <translation>ثبت {typed}، {who}</translation>
    </message>
</context>
<context>
    <name>FlagWorks</name>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>Write day and hour.</source>
        <translation>روز و ساعت را بنویسید.</translation>
    </message>
</context>
<context>
    <name>FlagsCard</name>
    <message>
        <source>Choose one.</source>
        <translation>یکی را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>نشان‌ها</translation>
    </message>
    <message>
        <source>New mark</source>
        <translation>نشان تازه</translation>
    </message>
    <message>
        <source>No mark is open.</source>
        <translation>نشان بازی نیست.</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>{key} held shows the words</source>
        <translation>با نگه داشتن {key} شرح دیده می‌شود</translation>
    </message>
</context>
<context>
    <name>GuardiansNote</name>
    <message>
        <source>As it stands, their word does not carry a session with this child: both agree, or write the judge&apos;s order, or ask the head for a written reason. What is urgent never waits.</source>
        <translation>هنوز گفته سرپرستان برای جلسه با این کودک کافی نیست: هر دو رضایت بدهند، یا دستور قضایی را بنویسید، یا از مسئول واحد نظر کتبی بخواهید. کار فوری هرگز نمی‌ماند.</translation>
    </message>
    <message>
        <source>What the guardians answered</source>
        <translation>پاسخ سرپرستان</translation>
    </message>
    <message>
        <source>a guardian</source>
        <translation>یکی از سرپرستان</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>رضایت داد</translation>
    </message>
    <message>
        <source>did not agree</source>
        <translation>رضایت نداد</translation>
    </message>
    <message>
        <source>has the custody</source>
        <translation>حضانت دارد</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>هنوز پرسیده نشده</translation>
    </message>
    <message>
        <source>took it back</source>
        <translation>پس گرفت</translation>
    </message>
    <message>
        <source>without the custody</source>
        <translation>حضانت ندارد</translation>
    </message>
    <message>
        <source>{who}: {answer}</source>
        <translation>{who}: {answer}</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Dependence on a substance</source>
        <translation>وابستگی به مواد</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>معلولیت</translation>
    </message>
    <message>
        <source>Emergency: open with a reason</source>
        <translation>فوریت: با دلیل باز شود</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>سلامت</translation>
    </message>
    <message>
        <source>Lasting illness</source>
        <translation>بیماری مزمن</translation>
    </message>
    <message>
        <source>Medicine taken now</source>
        <translation>داروی کنونی</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Only what is needed for the help; nothing of it comes on a paper by itself.</source>
        <translation>فقط آنچه برای کمک لازم است؛ چیزی از آن خودبه‌خود روی برگی نمی‌آید.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>باردار</translation>
    </message>
    <message>
        <source>Store the health part</source>
        <translation>ثبت بخش سلامت</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>This part opens once the person has agreed.</source>
        <translation>این بخش پس از رضایت خود او باز می‌شود.</translation>
    </message>
    <message>
        <source>Why it can&apos;t wait for consent</source>
        <translation>چرا نمی‌شود منتظر رضایت ماند؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>HelpersCard</name>
    <message>
        <source>Custody</source>
        <translation>حضانت</translation>
    </message>
    <message>
        <source>First witness</source>
        <translation>گواه نخست</translation>
    </message>
    <message>
        <source>Guardian who answers now</source>
        <translation>سرپرستی که اکنون پاسخ می‌دهد</translation>
    </message>
    <message>
        <source>Interpreter, not of the other side&apos;s family</source>
        <translation>مترجم، جز بستگان طرف مقابل</translation>
    </message>
    <message>
        <source>Judge&apos;s order: number and day</source>
        <translation>دستور قضایی: شماره و تاریخ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>گواه دوم</translation>
    </message>
    <message>
        <source>Stands to the child as</source>
        <translation>سمت او</translation>
    </message>
    <message>
        <source>The head&apos;s written reason</source>
        <translation>نظر کتبی مسئول واحد</translation>
    </message>
    <message>
        <source>The interpreter pledged to keep it secret</source>
        <translation>مترجم رازداری را پذیرفت</translation>
    </message>
    <message>
        <source>Who helped to understand</source>
        <translation>چه کسی در فهم کمک کرد؟</translation>
    </message>
    <message>
        <source>has not</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>has the custody</source>
        <translation>حضانت دارد</translation>
    </message>
</context>
<context>
    <name>LastQuestionsPage</name>
    <message>
        <source>Last questions</source>
        <translation>پرسش‌های پایانی</translation>
    </message>
    <message>
        <source>May we invite the other person, for another hour?</source>
        <translation>دعوت طرف مقابل، برای ساعتی دیگر:</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>هرگز</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Nobody is told what you answer, and you may change it at any time.</source>
        <translation>پاسخ شما به کسی گفته نمی‌شود و هر وقت بخواهید می‌توانید آن را عوض کنید.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>هنوز نه</translation>
    </message>
    <message>
        <source>Nothing against it</source>
        <translation>مانعی ندارد</translation>
    </message>
    <message>
        <source>Nothing is left to ask now.</source>
        <translation>اکنون پرسشی نمانده است.</translation>
    </message>
    <message>
        <source>Store and close</source>
        <translation>ثبت و پایان</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>Would you like to sit down with the other person here, with us?</source>
        <translation>می‌خواهید همین‌جا، در حضور ما، با طرف مقابل بنشینید و حرف بزنید؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>{name}, alone</source>
        <translation>{name}، به‌تنهایی</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>ساعت</translation>
    </message>
</context>
<context>
    <name>NotDoneSheet</name>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The talk could not be held</source>
        <translation>گفت‌وگو انجام نشد</translation>
    </message>
    <message>
        <source>What was answered so far is kept. It counts as not held, and can be held another day.</source>
        <translation>پاسخ‌هایی که داده شد می‌ماند. «انجام نشد» شمرده می‌شود و روز دیگری می‌شود آن را انجام داد.</translation>
    </message>
    <message>
        <source>Who was in the room besides</source>
        <translation>چه کس دیگری در اتاق بود؟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>دلیل را در چند کلمه بنویسید.</translation>
    </message>
</context>
<context>
    <name>PartyLine</name>
    <message>
        <source>Consent sheet</source>
        <translation>رضایت‌نامه</translation>
    </message>
    <message>
        <source>Consent: not yet</source>
        <translation>رضایت: مانده</translation>
    </message>
    <message>
        <source>Consent: recorded</source>
        <translation>رضایت: ثبت شد</translation>
    </message>
    <message>
        <source>Go on with the steps</source>
        <translation>ادامه کارهای امروز</translation>
    </message>
    <message>
        <source>Last questions</source>
        <translation>پرسش‌های پایانی</translation>
    </message>
    <message>
        <source>Talk alone</source>
        <translation>گفت‌وگوی فردی</translation>
    </message>
    <message>
        <source>Talk alone: held</source>
        <translation>گفت‌وگوی فردی: انجام شد</translation>
    </message>
    <message>
        <source>Talk alone: no longer fresh</source>
        <translation>گفت‌وگوی فردی: تازه نیست</translation>
    </message>
    <message>
        <source>Talk alone: not yet</source>
        <translation>گفت‌وگوی فردی: مانده</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Card of numbers</source>
        <translation>کارت شماره‌ها</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>Made together with the person</source>
        <translation>همراه خود او نوشته شد</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>Store the plan</source>
        <translation>ثبت برنامه</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>Stored; some questions are still open</source>
        <translation>ثبت شد؛ چند پرسش هنوز باز است</translation>
    </message>
    <message>
        <source>What was written before is here again</source>
        <translation>آنچه پیش‌تر نوشته شده بود باز آمد</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
</context>
<context>
    <name>PolicySheet</name>
    <message>
        <source>From now on</source>
        <translation>از این پس</translation>
    </message>
    <message>
        <source>Joint session</source>
        <translation>جلسه مشترک</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The reason stays here, and comes on no paper.</source>
        <translation>دلیل همین‌جا می‌ماند و روی هیچ برگی نمی‌آید.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Did not answer</source>
        <translation>پاسخ نداد</translation>
    </message>
    <message>
        <source>Gently, and never through an interpreter of the family; no answer is an answer.</source>
        <translation>آرام بپرسید و هرگز از راه مترجمی که بستگان است؛ پاسخ ندادن هم پاسخ است.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>خیر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Only what the help needs</source>
        <translation>فقط آنچه برای کمک لازم است</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>پرسش پیشین</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} از {count}</translation>
    </message>
</context>
<context>
    <name>RaiseSheet</name>
    <message>
        <source>Degree</source>
        <translation>سطح</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>برای چه کسی؟</translation>
    </message>
    <message>
        <source>Hour of knowledge</source>
        <translation>ساعت اطلاع</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>نشان</translation>
    </message>
    <message>
        <source>New mark</source>
        <translation>نشان تازه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
</context>
<context>
    <name>ReadAloudCard</name>
    <message>
        <source>It was read out and understood</source>
        <translation>برای او خوانده شد و فهمید</translation>
    </message>
    <message>
        <source>Read aloud, slowly</source>
        <translation>آرام برایش بخوانید</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Hour of the report</source>
        <translation>ساعت گزارش</translation>
    </message>
    <message>
        <source>Number of the report</source>
        <translation>شماره گزارش</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>ثبت شماره و ساعت</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>As answered</source>
        <translation>برابر پاسخ‌ها</translation>
    </message>
    <message>
        <source>For the worker</source>
        <translation>برای همکار</translation>
    </message>
    <message>
        <source>Hidden while somebody sits here; {key} held shows it.</source>
        <translation>تا کسی کنار شماست پوشیده است؛ با نگه داشتن {key} دیده می‌شود.</translation>
    </message>
    <message>
        <source>Hour of knowledge, if earlier than now</source>
        <translation>ساعت اطلاع، اگر پیش از اکنون است</translation>
    </message>
    <message>
        <source>Marks that the answers offer</source>
        <translation>نشان‌هایی که پاسخ‌ها پیشنهاد می‌کند</translation>
    </message>
    <message>
        <source>My own judgement, if it is graver</source>
        <translation>برداشت خودم، اگر سنگین‌تر است</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Hide</source>
        <translation>پوشاندن</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Looked at again</source>
        <translation>بازبینی شد</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>What is so now</source>
        <translation>اکنون چگونه است؟</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Before we begin</source>
        <translation>پیش از آغاز</translation>
    </message>
    <message>
        <source>Children live with the person</source>
        <translation>کودکی با او زندگی می‌کند</translation>
    </message>
    <message>
        <source>Consent sheet</source>
        <translation>رضایت‌نامه</translation>
    </message>
    <message>
        <source>Emergency: begin with a reason</source>
        <translation>فوریت: آغاز با دلیل</translation>
    </message>
    <message>
        <source>Interpreter, if there is one</source>
        <translation>مترجم، اگر هست</translation>
    </message>
    <message>
        <source>The person&apos;s consent is not recorded yet.</source>
        <translation>رضایت او هنوز ثبت نشده است.</translation>
    </message>
    <message>
        <source>Tick with space; each has to be true.</source>
        <translation>با فاصله علامت بزنید؛ همه باید درست باشد.</translation>
    </message>
    <message>
        <source>Why it can&apos;t wait for consent</source>
        <translation>چرا نمی‌شود منتظر رضایت ماند؟</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Change with a reason</source>
        <translation>تغییر با دلیل</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>Joint session</source>
        <translation>جلسه مشترک</translation>
    </message>
    <message>
        <source>Separate talks</source>
        <translation>گفت‌وگوهای فردی</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>پرونده</translation>
    </message>
</context>
<context>
    <name>SafetyStrip</name>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>Joint session: ready</source>
        <translation>جلسه مشترک: آماده</translation>
    </message>
    <message>
        <source>No party is registered yet.</source>
        <translation>هنوز طرفی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Separate sessions for now</source>
        <translation>فعلاً جلسه جداگانه</translation>
    </message>
    <message>
        <source>Talks with each person</source>
        <translation>گفت‌وگو با هر نفر</translation>
    </message>
</context>
<context>
    <name>ScreenPage</name>
    <message>
        <source>Begin</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Could not be held</source>
        <translation>انجام نشد</translation>
    </message>
    <message>
        <source>Draft stored</source>
        <translation>پیش‌نویس ذخیره شد</translation>
    </message>
    <message>
        <source>One mark has still to be chosen; press «show».</source>
        <translation>یک گزینه مانده است؛ «نمایش» را بزنید.</translation>
    </message>
    <message>
        <source>Store and go on</source>
        <translation>ثبت و ادامه</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>Talk alone</source>
        <translation>گفت‌وگوی فردی</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>به پایان</translation>
    </message>
    <message>
        <source>What was answered before is here again</source>
        <translation>پاسخ‌های پیش باز آمد</translation>
    </message>
    <message>
        <source>You may stop here and go on with the help; the rest can wait.</source>
        <translation>می‌توانید همین‌جا بس کنید و به کمک برسید؛ بقیه می‌ماند.</translation>
    </message>
    <message>
        <source>{name}, alone</source>
        <translation>{name}، به‌تنهایی</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Did not want it</source>
        <translation>نخواست</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Make the letter</source>
        <translation>نوشتن نامه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>انجام نشد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>چه گفتند؟</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>به کجا؟</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>چه کسی پاسخ داد؟</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>چرا نه؟</translation>
    </message>
</context>
</TS>

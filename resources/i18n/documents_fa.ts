<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AskingCard</name>
    <message>
        <source>As many as there are recipients</source>
        <translation>به شمار گیرندگان</translation>
    </message>
    <message>
        <source>Before it is issued</source>
        <translation>پیش از صدور</translation>
    </message>
    <message>
        <source>Everything that the paper needs is in the file.</source>
        <translation>هر چه این برگه لازم دارد در پرونده هست.</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>نسخه‌های اصل</translation>
    </message>
</context>
<context>
    <name>ChoosingCard</name>
    <message>
        <source>For</source>
        <translation>برای</translation>
    </message>
    <message>
        <source>Issued before</source>
        <translation>پیش‌تر صادر شده</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>Which paper</source>
        <translation>کدام برگه؟</translation>
    </message>
</context>
<context>
    <name>IssuePage</name>
    <message>
        <source>A draft without a number</source>
        <translation>پیش‌نویس، بدون شماره</translation>
    </message>
    <message>
        <source>A sheet of cards to cut out</source>
        <translation>یک برگ کارت، برای بریدن</translation>
    </message>
    <message>
        <source>A sheet that is not kept</source>
        <translation>برگه‌ای که نگه داشته نمی‌شود</translation>
    </message>
    <message>
        <source>Choose the paper and for whom it is.</source>
        <translation>برگه و گیرنده آن را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Correct a paper</source>
        <translation>اصلاح برگه</translation>
    </message>
    <message>
        <source>Draw the number and issue</source>
        <translation>صدور با شماره</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>شیوه نمایش</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>صدور</translation>
    </message>
    <message>
        <source>Large, to read aloud</source>
        <translation>درشت، برای خواندن</translation>
    </message>
    <message>
        <source>New paper</source>
        <translation>برگه تازه</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>پیش‌نمایش</translation>
    </message>
    <message>
        <source>Print a draft</source>
        <translation>چاپ پیش‌نویس</translation>
    </message>
    <message>
        <source>Print the cards</source>
        <translation>چاپ کارت‌ها</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>چاپ برگه</translation>
    </message>
    <message>
        <source>Still empty: {parts}</source>
        <translation>هنوز خالی است: {parts}</translation>
    </message>
    <message>
        <source>The paper is shown here as you fill it in.</source>
        <translation>برگه همین‌جا دیده می‌شود.</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>خود برگه</translation>
    </message>
    <message>
        <source>draft.pdf</source>
        <translation>پیش‌نویس.pdf</translation>
    </message>
</context>
<context>
    <name>LongRun</name>
    <message>
        <source>It could not be stored there; choose another place.</source>
        <translation>آنجا ذخیره نشد؛ جای دیگری برگزینید.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>فایل پی‌دی‌اف (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره پی‌دی‌اف</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>به چاپگر فرستاده شد.</translation>
    </message>
    <message>
        <source>The pages are being made</source>
        <translation>صفحه‌ها آماده می‌شود</translation>
    </message>
    <message>
        <source>The pages are stored.</source>
        <translation>صفحه‌ها ذخیره شد.</translation>
    </message>
    <message>
        <source>The printer does not answer; look after it and print again.</source>
        <translation>چاپگر پاسخ نمی‌دهد؛ آن را بررسی و دوباره چاپ کنید.</translation>
    </message>
    <message>
        <source>You stopped it; not all pages came out.</source>
        <translation>متوقف شد؛ همه صفحه‌ها بیرون نیامد.</translation>
    </message>
</context>
<context>
    <name>ManyResultSheet</name>
    <message>
        <source>Choose those that came out badly; they are printed again as originals.</source>
        <translation>اگر برگه‌ای خراب چاپ شده است انتخابش کنید؛ دوباره به‌صورت نسخه اصلی چاپ می‌شود.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>ادامه با بقیه</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>برگه‌ها</translation>
    </message>
    <message>
        <source>Spoilt; print again</source>
        <translation>خراب شد؛ دوباره چاپ شود</translation>
    </message>
    <message>
        <source>They came out well</source>
        <translation>همه سالم چاپ شد</translation>
    </message>
    <message>
        <source>left</source>
        <translation>مانده</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>صادر نشد</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>چاپ شد</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>ذخیره شد</translation>
    </message>
    <message>
        <source>{count} of {total} papers printed</source>
        <translation>{count} برگه از {total} برگه چاپ شد</translation>
    </message>
    <message>
        <source>{count} of {total} papers stored</source>
        <translation>{count} برگه از {total} برگه ذخیره شد</translation>
    </message>
    <message>
        <source>{count} papers printed</source>
        <translation>{count} برگه چاپ شد</translation>
    </message>
    <message>
        <source>{count} papers stored</source>
        <translation>{count} برگه ذخیره شد</translation>
    </message>
    <message>
        <source>{why} {left} papers are left; no number is lost, and they can be printed when you like.</source>
        <translation>{why} {left} برگه مانده است؛ شماره‌ای از دست نرفته است و هر وقت بخواهید چاپ می‌شود.</translation>
    </message>
</context>
<context>
    <name>ManyRun</name>
    <message>
        <source>Nothing could be stored there.</source>
        <translation>در آنجا چیزی ذخیره نشد.</translation>
    </message>
    <message>
        <source>Nothing more can be stored there; the disk may be full.</source>
        <translation>دیگر نمی‌توان در آنجا ذخیره کرد؛ شاید دیسک پر است.</translation>
    </message>
    <message>
        <source>Something went wrong; the papers until then are in order.</source>
        <translation>خطایی پیش آمد؛ برگه‌های تا آن لحظه درست است.</translation>
    </message>
    <message>
        <source>The printer does not answer any more.</source>
        <translation>چاپگر دیگر پاسخ نمی‌دهد.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>چاپ را متوقف کردید.</translation>
    </message>
</context>
<context>
    <name>ManySheet</name>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Choose papers from the list.</source>
        <translation>برگه‌ها را از فهرست انتخاب کنید.</translation>
    </message>
    <message>
        <source>Day of the meetings</source>
        <translation>روز نوبت‌ها</translation>
    </message>
    <message>
        <source>Folder for the papers</source>
        <translation>پوشه برگه‌ها</translation>
    </message>
    <message>
        <source>None</source>
        <translation>هیچ‌کدام</translation>
    </message>
    <message>
        <source>Nothing to print.</source>
        <translation>برگه‌ای برای چاپ نیست.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>فایل پی‌دی‌اف (*.pdf)</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>برگه‌ها</translation>
    </message>
    <message>
        <source>Print {count} papers</source>
        <translation>چاپ {count} برگه</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>چاپگر</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره پی‌دی‌اف</translation>
    </message>
    <message>
        <source>Store {count} papers</source>
        <translation>ذخیره {count} برگه</translation>
    </message>
    <message>
        <source>Those due</source>
        <translation>چاپ‌نشده‌ها</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>a file each, in a folder</source>
        <translation>پوشه، هر برگه یک فایل</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>رونوشت</translation>
    </message>
    <message>
        <source>is issued</source>
        <translation>صادر می‌شود</translation>
    </message>
    <message>
        <source>one PDF file</source>
        <translation>یک فایل پی‌دی‌اف</translation>
    </message>
    <message>
        <source>original</source>
        <translation>نسخه اصلی</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>چاپگر</translation>
    </message>
    <message>
        <source>{count} are issued and printed</source>
        <translation>{count} برگه صادر و چاپ می‌شود</translation>
    </message>
    <message>
        <source>{count} are not in this run</source>
        <translation>{count} برگه در این چاپ نیست</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>{count} رونوشت</translation>
    </message>
    <message>
        <source>{count} originals of issued papers</source>
        <translation>{count} نسخه اصلی از برگه‌های صادرشده</translation>
    </message>
</context>
<context>
    <name>OpenRuns</name>
    <message>
        <source>All came out</source>
        <translation>همه درآمد</translation>
    </message>
    <message>
        <source>Did these come out of the printer?</source>
        <translation>این برگه‌ها از چاپگر درآمد؟</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>درآمد</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>درنیامد</translation>
    </message>
    <message>
        <source>It waits among the papers not printed yet.</source>
        <translation>در فهرست برگه‌های چاپ‌نشده می‌ماند تا دوباره چاپ شود.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعداً</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>هیچ‌کدام درنیامد</translation>
    </message>
    <message>
        <source>The program ended while they were being printed. What did not come out is printed again as an original.</source>
        <translation>برنامه هنگام چاپ این‌ها بسته شد. آنچه درنیامده دوباره به‌عنوان نسخه اصلی چاپ می‌شود.</translation>
    </message>
    <message>
        <source>They wait among the papers not printed yet.</source>
        <translation>این‌ها میان برگه‌های چاپ‌نشده می‌مانند.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} برگه دیگر</translation>
    </message>
    <message>
        <source>sent to {target} on {day} at {time}</source>
        <translation>فرستاده به {target} در {day} ساعت {time}</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>As wide as the window</source>
        <translation>هم‌پهنای پنجره</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>بزرگ‌تر</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحه {page} از {pages}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>پیش‌نمایش</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>کوچک‌تر</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}٪</translation>
    </message>
</context>
<context>
    <name>PaperFacts</name>
    <message>
        <source>A copy of</source>
        <translation>رونوشت نسخه</translation>
    </message>
    <message>
        <source>A sheet is spoilt</source>
        <translation>برگی خراب است</translation>
    </message>
    <message>
        <source>A void paper is not printed any more.</source>
        <translation>برگه باطل دیگر چاپ نمی‌شود.</translation>
    </message>
    <message>
        <source>All originals are printed; from now on prints are copies with a mark.</source>
        <translation>همه نسخه‌های اصل چاپ شده است؛ از این پس رونوشت با نشان چاپ می‌شود.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>صادرکننده</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>For</source>
        <translation>برای</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>صادر شده</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Original {numbers}</source>
        <translation>نسخه {numbers}</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>نسخه‌های اصل</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>چاپ‌ها</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>تاریخ دبیرخانه</translation>
    </message>
    <message>
        <source>Still to be printed as originals: {numbers}</source>
        <translation>هنوز باید به صورت اصل چاپ شود: نسخه {numbers}</translation>
    </message>
    <message>
        <source>The original is still to be printed.</source>
        <translation>نسخه اصل هنوز چاپ نشده است.</translation>
    </message>
    <message>
        <source>The paper that it corrects</source>
        <translation>برگه‌ای که جای آن آمده است</translation>
    </message>
    <message>
        <source>The paper that took its place</source>
        <translation>برگه جایگزین</translation>
    </message>
    <message>
        <source>This paper</source>
        <translation>این برگه</translation>
    </message>
    <message>
        <source>Type the registry&apos;s number</source>
        <translation>ثبت شماره دبیرخانه</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>باطل</translation>
    </message>
    <message>
        <source>Waits for its number</source>
        <translation>در انتظار شماره</translation>
    </message>
    <message>
        <source>{day}, {name}</source>
        <translation>{day}، {name}</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>A copy, with its mark across the sheet</source>
        <translation>رونوشت، با نشان آن روی برگه</translation>
    </message>
    <message>
        <source>A new paper takes the place of this one, and says so</source>
        <translation>برگه‌ای تازه جای این را می‌گیرد و شماره آن را می‌گوید</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>اصلاح</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Originals {numbers} of {total}</source>
        <translation>نسخه‌های اصل: {numbers} از {total}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره پی‌دی‌اف</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>نسخه اصل</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحه {page} از {pages}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>برگه</translation>
    </message>
</context>
<context>
    <name>PrintMany</name>
    <message>
        <source>Papers not printed yet</source>
        <translation>برگه‌های چاپ‌نشده</translation>
    </message>
    <message>
        <source>Print invitations</source>
        <translation>چاپ دعوت‌نامه‌ها</translation>
    </message>
    <message>
        <source>The papers are being made</source>
        <translation>برگه‌ها آماده می‌شود</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>دعوت‌نامه‌ها</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>برگه‌ها</translation>
    </message>
</context>
<context>
    <name>PrintRun</name>
    <message>
        <source>It could not be stored there; choose another place.</source>
        <translation>آنجا ذخیره نشد؛ جای دیگری برگزینید.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>فایل پی‌دی‌اف (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره پی‌دی‌اف</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>به چاپگر فرستاده شد.</translation>
    </message>
    <message>
        <source>The file is stored.</source>
        <translation>برگه ذخیره شد.</translation>
    </message>
    <message>
        <source>The printer does not answer. The paper stays issued; look after the printer and print again.</source>
        <translation>چاپگر پاسخ نداد. برگه صادر شده و سر جایش است؛ چاپگر را بررسی کنید و دوباره چاپ کنید.</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>چاپگر</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره پی‌دی‌اف</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the paper as PDF and print it elsewhere.</source>
        <translation>این رایانه چاپگری ندارد. برگه را به صورت پی‌دی‌اف ذخیره و جای دیگری چاپ کنید.</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Text to be read aloud</source>
        <translation>متن برای خواندن</translation>
    </message>
</context>
<context>
    <name>RegistrySheet</name>
    <message>
        <source>Day</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>شماره</translation>
    </message>
    <message>
        <source>Number from the registry</source>
        <translation>شماره دبیرخانه</translation>
    </message>
    <message>
        <source>Store the number</source>
        <translation>ثبت شماره</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>تاریخ را وارد کنید.</translation>
    </message>
    <message>
        <source>The number is stored.</source>
        <translation>شماره ثبت شد.</translation>
    </message>
    <message>
        <source>Type the number and the day that the registry wrote on the sheet.</source>
        <translation>شماره و تاریخی را که دبیرخانه روی برگه نوشته است وارد کنید.</translation>
    </message>
</context>
<context>
    <name>SpoiltSheet</name>
    <message>
        <source>A spoilt sheet is printed again as an original; that is written in the log.</source>
        <translation>برگ خراب‌شده دوباره به صورت اصل چاپ می‌شود و در گزارش چاپ می‌ماند.</translation>
    </message>
    <message>
        <source>Did it come out well?</source>
        <translation>سالم چاپ شد؟</translation>
    </message>
    <message>
        <source>It came out well</source>
        <translation>سالم است</translation>
    </message>
    <message>
        <source>Original {number}</source>
        <translation>نسخه {number}</translation>
    </message>
    <message>
        <source>Spoilt; print again</source>
        <translation>خراب شد؛ دوباره چاپ شود</translation>
    </message>
    <message>
        <source>Which sheets are spoilt?</source>
        <translation>کدام برگ‌ها خراب شده است؟</translation>
    </message>
</context>
<context>
    <name>VoidSheet</name>
    <message>
        <source>Make this paper void</source>
        <translation>ابطال این برگه</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>ابطال</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>The paper and its number stay in the books, marked as void. This can&apos;t be undone.</source>
        <translation>برگه و شماره آن در دفتر می‌ماند، با نشان «ابطال‌شده». این کار بازگشت ندارد.</translation>
    </message>
    <message>
        <source>The paper is void.</source>
        <translation>برگه باطل شد.</translation>
    </message>
</context>
</TS>

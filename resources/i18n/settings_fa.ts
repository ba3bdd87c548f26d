<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AbsenceSheet</name>
    <message>
        <source>Add days away</source>
        <translation>افزودن روزهای غیبت</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>همکار</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>نخستین روز</translation>
    </message>
    <message>
        <source>From the hour</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخرین روز</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>To the hour</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>empty: that day alone</source>
        <translation>خالی: فقط همان روز</translation>
    </message>
    <message>
        <source>empty: the whole day</source>
        <translation>خالی: تمام روز</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Another password</source>
        <translation>گذرواژه دیگر</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغییر گذرواژه</translation>
    </message>
    <message>
        <source>Drafts and sealed notes stay yours. The PIN of this shift goes on until it ends.</source>
        <translation>پیش‌نویس‌ها و یادداشت‌های رمزشده از آن شما می‌ماند. رمز کوتاه این شیفت تا پایانش به کار می‌آید.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>حساب من</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>گذرواژه تازه</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>تکرار گذرواژه تازه</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>گذرواژه کنونی</translation>
    </message>
    <message>
        <source>The keys of the program</source>
        <translation>کلیدهای برنامه</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>گذرواژه عوض شد.</translation>
    </message>
    <message>
        <source>The two are not the same; type it again.</source>
        <translation>این دو یکی نیست؛ دوباره بنویسید.</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>A backup is one encrypted file that only the head&apos;s account and the recovery sheet open. Keep it on a second disk or a DVD, away from this computer.</source>
        <translation>پشتیبان یک فایل رمزشده است که تنها حساب مسئول واحد و برگه بازیابی آن را باز می‌کند. آن را روی دیسک دوم یا لوح فشرده، دور از این رایانه نگه دارید.</translation>
    </message>
    <message>
        <source>A new sheet makes the one in the safe worthless, but for backups written before. Go on?</source>
        <translation>برگه تازه، برگه درون گاوصندوق را بی‌اعتبار می‌کند (مگر برای پشتیبان‌های پیشین). ادامه می‌دهید؟</translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>پشتیبان و بازیابی</translation>
    </message>
    <message>
        <source>Backups ({pattern})</source>
        <translation>پشتیبان‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation>بررسی پشتیبان</translation>
    </message>
    <message>
        <source>Encrypt anew</source>
        <translation>رمزگذاری دوباره</translation>
    </message>
    <message>
        <source>Everything goes back to the day of this backup; what was stored since is not in it. The present files are kept in a folder beside the data. Numbers given since are not given again. You sign in anew.</source>
        <translation>همه چیز به روز این پشتیبان برمی‌گردد؛ آنچه پس از آن ثبت شده در آن نیست. فایل‌های کنونی در پوشه‌ای کنار داده‌ها می‌ماند. شماره‌های داده‌شده دوباره داده نمی‌شود. سپس دوباره وارد می‌شوید.</translation>
    </message>
    <message>
        <source>Keys of the data</source>
        <translation>کلید داده‌ها</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>همان‌گونه که هست بماند</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>بماند</translation>
    </message>
    <message>
        <source>Make a new sheet</source>
        <translation>ساختن برگه تازه</translation>
    </message>
    <message>
        <source>New keys for the data</source>
        <translation>کلید تازه برای داده‌ها</translation>
    </message>
    <message>
        <source>No backup has been written yet.</source>
        <translation>هنوز پشتیبانی گرفته نشده است.</translation>
    </message>
    <message>
        <source>Nobody has proved yet that a sheet lies in the safe. Make one now and print it.</source>
        <translation>هنوز کسی تأیید نکرده که برگه‌ای در گاوصندوق هست. همین حالا یکی بسازید و چاپ کنید.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>برگه بازیابی</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>بازیابی</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>بازیابی پشتیبان</translation>
    </message>
    <message>
        <source>The backup is being read …</source>
        <translation>پشتیبان خوانده می‌شود …</translation>
    </message>
    <message>
        <source>The backup is being written</source>
        <translation>پشتیبان نوشته می‌شود</translation>
    </message>
    <message>
        <source>The backup is written and was read back whole: {what}.</source>
        <translation>پشتیبان نوشته و تا پایان بازخوانی شد: {what}.</translation>
    </message>
    <message>
        <source>The file is closed and encrypted anew; a large one takes a minute. Nobody else may have the program open. Afterwards everybody signs in again. Write a new backup then: who left may hold older ones.</source>
        <translation>فایل داده‌ها بسته و از نو رمزگذاری می‌شود؛ برای فایل بزرگ یک دقیقه طول می‌کشد. برنامه نباید نزد کس دیگری باز باشد. سپس همه دوباره وارد می‌شوند. پس از آن یک پشتیبان تازه بگیرید؛ پشتیبان‌های پیشین شاید نزد کسی باشد که رفته است.</translation>
    </message>
    <message>
        <source>The last backup: {what}, in {place}</source>
        <translation>آخرین پشتیبان: {what}، در {place}</translation>
    </message>
    <message>
        <source>The sheet was printed and proved. A new one makes the old one worthless.</source>
        <translation>برگه چاپ و تأیید شده است. ساختن برگه تازه، آن را بی‌اعتبار می‌کند.</translation>
    </message>
    <message>
        <source>This backup is whole: {what}.</source>
        <translation>این پشتیبان سالم است: {what}.</translation>
    </message>
    <message>
        <source>When somebody left under suspicion: end the account first, then encrypt the data with keys that nobody who left ever had. Passwords, PINs and the recovery sheet stay good.</source>
        <translation>اگر همکاری با سوءظن رفت: نخست حساب او را ببندید، سپس داده‌ها را با کلیدی رمزگذاری کنید که هرگز در دست او نبوده است. گذرواژه‌ها، رمزهای کوتاه و برگه بازیابی به کار خود ادامه می‌دهند.</translation>
    </message>
    <message>
        <source>Write a backup</source>
        <translation>گرفتن پشتیبان</translation>
    </message>
    <message>
        <source>Write a backup now</source>
        <translation>گرفتن پشتیبان</translation>
    </message>
    <message>
        <source>{day}, {rows} rows, {size} megabytes</source>
        <translation>{day}، {rows} ردیف، {size} مگابایت</translation>
    </message>
</context>
<context>
    <name>BooksSection</name>
    <message>
        <source>Case register</source>
        <translation>دفتر پرونده‌ها</translation>
    </message>
    <message>
        <source>Numbers and books</source>
        <translation>شماره‌ها و دفترها</translation>
    </message>
    <message>
        <source>Numbers are given without a gap and begin with 1 each year. If numbers were used on paper meanwhile, choose the book and type the last one; a book never goes back.</source>
        <translation>شماره‌ها بی‌فاصله داده می‌شود و هر سال از ۱ آغاز می‌شود. اگر در این میان شماره‌هایی روی کاغذ به کار رفته، دفتر را برگزینید و آخرین را بنویسید؛ شماره هیچ دفتری به عقب برنمی‌گردد.</translation>
    </message>
    <message>
        <source>The book goes on after this number.</source>
        <translation>دفتر پس از این شماره ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>This year is over; its book is closed.</source>
        <translation>این سال گذشته و دفترش بسته است.</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>سال {year}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>هنوز هیچ</translation>
    </message>
</context>
<context>
    <name>ChainSection</name>
    <message>
        <source>Check the chain</source>
        <translation>بررسی زنجیره</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>در حال بررسی …</translation>
    </message>
    <message>
        <source>Log check</source>
        <translation>بررسی رویدادنگار</translation>
    </message>
    <message>
        <source>The chain breaks at entry {place}: it was altered outside the program. Keep this file.</source>
        <translation>زنجیره در رویداد {place} گسسته است: بیرون از برنامه دست‌کاری شده. فایل داده‌ها را همین‌گونه نگه دارید.</translation>
    </message>
    <message>
        <source>The chain is whole: {links} entries.</source>
        <translation>زنجیره درست است: {links} رویداد.</translation>
    </message>
    <message>
        <source>Who did what and when is kept in a chain: each entry holds the hash of the one before it. The check walks the whole chain and says where it was altered.</source>
        <translation>اینکه چه کسی، چه کاری را و کِی کرده در یک زنجیره نگه داشته می‌شود: هر رویداد اثر رویداد پیشین را دارد. بررسی همه زنجیره را می‌پیماید و جای دست‌کاری را می‌گوید.</translation>
    </message>
</context>
<context>
    <name>ClosureSheet</name>
    <message>
        <source>Add a closure</source>
        <translation>افزودن تعطیلی</translation>
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
        <source>From the hour</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>مناسبت</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>To the hour</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>empty: the whole day</source>
        <translation>خالی: تمام روز</translation>
    </message>
</context>
<context>
    <name>CodesSection</name>
    <message>
        <source>Code lists</source>
        <translation>فهرست‌ها</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>Labels are yours: papers already issued keep theirs, and an update of the program overwrites none.</source>
        <translation>عنوان‌ها از آن شماست: برگه‌های صادرشده عنوان خود را نگه می‌دارد و به‌روزرسانی برنامه هیچ‌کدام را عوض نمی‌کند.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>دوباره به کار رود</translation>
    </message>
    <message>
        <source>Offer no longer</source>
        <translation>دیگر به کار نرود</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The entry is stored.</source>
        <translation>ثبت شد.</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>بی‌کاربرد</translation>
    </message>
</context>
<context>
    <name>DowntimeSection</name>
    <message>
        <source>A day without the program</source>
        <translation>روز بدون رایانه</translation>
    </message>
    <message>
        <source>Blank forms for a day without the program</source>
        <translation>برگه‌های خالی برای روز بدون رایانه</translation>
    </message>
    <message>
        <source>No sheet with a number waits.</source>
        <translation>برگه شماره‌داری در انتظار ثبت نیست.</translation>
    </message>
    <message>
        <source>Print the blank forms</source>
        <translation>چاپ برگه‌های خالی</translation>
    </message>
    <message>
        <source>Printed ahead and kept in a drawer. Forms that stand in a book get their numbers now; a sheet that is not used is made void in the book.</source>
        <translation>پیشاپیش چاپ و در کشو نگه داشته می‌شود. برگه‌هایی که در دفتر می‌آیند همین حالا شماره می‌گیرند؛ برگه‌ای که به کار نرفت در دفتر ابطال می‌شود.</translation>
    </message>
    <message>
        <source>Sheets of each</source>
        <translation>از هر برگه</translation>
    </message>
    <message>
        <source>Sheets that are not entered yet</source>
        <translation>برگه‌هایی که هنوز ثبت نشده است</translation>
    </message>
    <message>
        <source>Tick at least one form.</source>
        <translation>دست‌کم یک برگه را برگزینید.</translation>
    </message>
    <message>
        <source>blank-forms.pdf</source>
        <translation>برگه‌های-خالی.pdf</translation>
    </message>
    <message>
        <source>of a past year; enter it or make it void</source>
        <translation>از سال گذشته؛ ثبت یا باطل شود</translation>
    </message>
</context>
<context>
    <name>GiveBackSheet</name>
    <message>
        <source>After a reset password the colleague&apos;s earlier notes stay closed. Nobody reads them here.</source>
        <translation>پس از بازنشانی گذرواژه، یادداشت‌های پیشین همکار بسته می‌ماند. اینجا کسی آن‌ها را نمی‌خواند.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Give a colleague the notes back</source>
        <translation>برگرداندن یادداشت‌های یک همکار</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>برگرداندن</translation>
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
        <source>Whose notes</source>
        <translation>یادداشت‌های چه کسی؟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
    <message>
        <source>{count} notes open to your colleague again.</source>
        <translation>{count} یادداشت دوباره برای همکارتان باز می‌شود.</translation>
    </message>
</context>
<context>
    <name>HandwrittenEntry</name>
    <message>
        <source>By hand: {title}, number {number}, of {day}. Subject: {subject}. With: {whom}</source>
        <translation>دست‌نویس: {title}، شماره {number}، تاریخ وقوع {day}. موضوع: {subject}. طرف: {whom}</translation>
    </message>
    <message>
        <source>Day on the sheet</source>
        <translation>تاریخ وقوع</translation>
    </message>
    <message>
        <source>Empty where it belongs to none</source>
        <translation>اگر به پرونده‌ای نیست، خالی بماند</translation>
    </message>
    <message>
        <source>Enter in the book</source>
        <translation>ثبت در دفتر</translation>
    </message>
    <message>
        <source>Enter, and open a file</source>
        <translation>ثبت در دفتر و تشکیل پرونده</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
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
        <source>The sheet stands in the book.</source>
        <translation>برگه در دفتر ثبت شد.</translation>
    </message>
    <message>
        <source>This file exists; enter the sheet, or leave this empty.</source>
        <translation>این پرونده هست؛ برگ را ثبت کنید یا این خانه را خالی بگذارید.</translation>
    </message>
    <message>
        <source>To or with whom</source>
        <translation>گیرنده یا طرف</translation>
    </message>
    <message>
        <source>Without details; seen in the list and the book</source>
        <translation>بدون جزئیات؛ در فهرست و دفتر دیده می‌شود</translation>
    </message>
    <message>
        <source>number of the file or a name</source>
        <translation>شماره پرونده یا نام</translation>
    </message>
    <message>
        <source>{title}, number {number}</source>
        <translation>{title}، شماره {number}</translation>
    </message>
</context>
<context>
    <name>HolidaysSection</name>
    <message>
        <source>A day off warns and never blocks: the station is open. Choose a row to cancel it.</source>
        <translation>روز تعطیل هشدار می‌دهد و جلوی کاری را نمی‌گیرد: یگان باز است. برای لغو، ردیف را برگزینید.</translation>
    </message>
    <message>
        <source>Add a closure</source>
        <translation>افزودن تعطیلی</translation>
    </message>
    <message>
        <source>As before.</source>
        <translation>به حال پیشین برگشت.</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>روزهای تعطیل</translation>
    </message>
    <message>
        <source>No day off is known for this year.</source>
        <translation>برای این سال روز تعطیلی ثبت نشده است.</translation>
    </message>
    <message>
        <source>The closure is stored.</source>
        <translation>تعطیلی ثبت شد.</translation>
    </message>
    <message>
        <source>The day off holds again.</source>
        <translation>تعطیلی دوباره برقرار شد.</translation>
    </message>
    <message>
        <source>The day off is cancelled.</source>
        <translation>تعطیلی لغو شد.</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>سال بعد</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>سال پیش</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>لغوشده</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>Add other hours</source>
        <translation>افزودن ساعت دیگر</translation>
    </message>
    <message>
        <source>Other hours between two days</source>
        <translation>ساعت دیگر میان دو روز</translation>
    </message>
    <message>
        <source>Ramadan, summer</source>
        <translation>ماه رمضان، تابستان</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The ordinary week holds again.</source>
        <translation>ساعت کار معمول دوباره برقرار است.</translation>
    </message>
    <message>
        <source>The ordinary week holds all year. Add the hours of Ramadan before it begins.</source>
        <translation>همه سال ساعت کار معمول برقرار است. ساعت کار ماه رمضان را پیش از آغاز آن بنویسید.</translation>
    </message>
    <message>
        <source>The other hours are stored.</source>
        <translation>ساعت این روزها ذخیره شد.</translation>
    </message>
    <message>
        <source>The working hours are stored.</source>
        <translation>ساعت کار ذخیره شد.</translation>
    </message>
    <message>
        <source>Type the hours of each day, such as 7:30 to 12 and 13 to 16; an evening may go on past midnight. Empty: nobody works. Appointments outside are only warned about: the station is open.</source>
        <translation>ساعت هر روز را بنویسید، مانند ۷:۳۰ تا ۱۲ و ۱۳ تا ۱۶؛ شیفت شب می‌تواند از نیمه‌شب بگذرد. خالی یعنی روز کار نیست. برای نوبت بیرون از این ساعت‌ها فقط هشدار داده می‌شود؛ کلانتری همیشه باز است.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>ساعت کار</translation>
    </message>
    <message>
        <source>now</source>
        <translation>اکنون</translation>
    </message>
    <message>
        <source>over</source>
        <translation>گذشته</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} تا {last}</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Add a clause of the agreement</source>
        <translation>افزودن بند توافق</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>افزودن طرف</translation>
    </message>
    <message>
        <source>Advice becomes a file</source>
        <translation>مشاوره پرونده شود</translation>
    </message>
    <message>
        <source>Advice without a file</source>
        <translation>مشاوره بدون پرونده</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>نوبت</translation>
    </message>
    <message>
        <source>Change sides</source>
        <translation>جابه‌جایی دو طرف</translation>
    </message>
    <message>
        <source>Change the user</source>
        <translation>تعویض کاربر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>همه جا</translation>
    </message>
    <message>
        <source>Field before</source>
        <translation>خانه پیش</translation>
    </message>
    <message>
        <source>First answer of a line</source>
        <translation>پاسخ نخست نوار</translation>
    </message>
    <message>
        <source>Half space</source>
        <translation>نیم‌فاصله</translation>
    </message>
    <message>
        <source>Hidden words, while held</source>
        <translation>واژه‌های پوشیده</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>در پرونده</translation>
    </message>
    <message>
        <source>In every form</source>
        <translation>در هر فرم</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدها</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Letter or paper</source>
        <translation>نامه یا سند</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>More of a person</source>
        <translation>بیشتر از شخص</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>پذیرش جدید</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>خانه بعد</translation>
    </message>
    <message>
        <source>Open paper files</source>
        <translation>پرونده‌های باز کاغذی</translation>
    </message>
    <message>
        <source>Other works</source>
        <translation>کارهای دیگر</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>صفحه پیش</translation>
    </message>
    <message>
        <source>Print on one page</source>
        <translation>چاپ در یک برگ</translation>
    </message>
    <message>
        <source>Process note</source>
        <translation>یادداشت کار</translation>
    </message>
    <message>
        <source>Quick entries</source>
        <translation>ثبت سریع</translation>
    </message>
    <message>
        <source>Register or store</source>
        <translation>ثبت یا ذخیره</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Second answer</source>
        <translation>پاسخ دوم</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>ثبت جلسه</translation>
    </message>
    <message>
        <source>Session that was held</source>
        <translation>جلسه برگزارشده</translation>
    </message>
    <message>
        <source>The month or the list</source>
        <translation>ماه یا فهرست</translation>
    </message>
    <message>
        <source>The pages at the side, from 1 on</source>
        <translation>صفحه‌های کنار، از ۱</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>همین کلیدها</translation>
    </message>
    <message>
        <source>Today, in a date</source>
        <translation>امروز، در تاریخ</translation>
    </message>
    <message>
        <source>keys.pdf</source>
        <translation>کلیدها.pdf</translation>
    </message>
</context>
<context>
    <name>LastNumberSheet</name>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Last number used</source>
        <translation>آخرین شماره به‌کاررفته</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
</context>
<context>
    <name>LetterTextPage</name>
    <message>
        <source>An empty line begins a paragraph; # and a space a heading, - or a number a list, ! a frame.</source>
        <translation>سطر خالی بند تازه می‌سازد؛ در آغاز سطر، # و فاصله عنوان، - یا شماره فهرست، و ! کادر است.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>نسخه‌های پیشین</translation>
    </message>
    <message>
        <source>Insert a place</source>
        <translation>افزودن خانه</translation>
    </message>
    <message>
        <source>Letter text</source>
        <translation>متن نامه</translation>
    </message>
    <message>
        <source>Name of the paper</source>
        <translation>نام برگه</translation>
    </message>
    <message>
        <source>Store this text</source>
        <translation>ثبت متن</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>The text is stored; papers to come are made with it.</source>
        <translation>متن ثبت شد؛ برگه‌های بعدی با آن ساخته می‌شود.</translation>
    </message>
    <message>
        <source>Type or choose</source>
        <translation>بنویسید یا انتخاب کنید</translation>
    </message>
    <message>
        <source>the text of the program</source>
        <translation>متن برنامه</translation>
    </message>
    <message>
        <source>the unit&apos;s own text</source>
        <translation>متن خود واحد</translation>
    </message>
    <message>
        <source>the unit&apos;s own text; the program brought a newer one, see the earlier versions</source>
        <translation>متن خود واحد؛ برنامه متن تازه‌تری آورده است، نسخه‌های پیشین را ببینید</translation>
    </message>
</context>
<context>
    <name>LettersSection</name>
    <message>
        <source>Change the look of the papers</source>
        <translation>تغییر ظاهر برگه‌ها</translation>
    </message>
    <message>
        <source>Emblem, motto of the year, font, the order of sender and addressee, the form of the numbers.</source>
        <translation>نشان، شعار سال، قلم، ترتیب فرستنده و گیرنده، و قالب شماره نامه‌ها.</translation>
    </message>
    <message>
        <source>Head of the papers</source>
        <translation>سربرگ برگه‌ها</translation>
    </message>
    <message>
        <source>Letter texts and letterhead</source>
        <translation>متن نامه‌ها و سربرگ</translation>
    </message>
    <message>
        <source>No text is here.</source>
        <translation>متنی نیست.</translation>
    </message>
    <message>
        <source>Papers already issued keep their text; an update of the program overwrites none of yours.</source>
        <translation>برگه‌های صادرشده متن خود را نگه می‌دارد و به‌روزرسانی برنامه متن شما را عوض نمی‌کند.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>متن‌ها</translation>
    </message>
    <message>
        <source>of the program</source>
        <translation>متن برنامه</translation>
    </message>
    <message>
        <source>own</source>
        <translation>متن واحد</translation>
    </message>
    <message>
        <source>own; a newer one came</source>
        <translation>متن واحد؛ تازه‌تر رسیده</translation>
    </message>
    <message>
        <source>{paper} · {day} · {by}</source>
        <translation>{paper} · {day} · {by}</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Choose a picture</source>
        <translation>انتخاب تصویر</translation>
    </message>
    <message>
        <source>Emblem</source>
        <translation>نشان</translation>
    </message>
    <message>
        <source>Empty: «{words}»</source>
        <translation>اگر خالی باشد: «{words}»</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>قلم</translation>
    </message>
    <message>
        <source>Fonts of this computer; the font is kept with the data, so others print the same.</source>
        <translation>قلم‌های همین رایانه؛ قلم با داده‌ها نگه داشته می‌شود تا رایانه‌های دیگر هم همین را چاپ کنند.</translation>
    </message>
    <message>
        <source>For example {number}, confidential {confidential}; from {places}.</source>
        <translation>مانند {number} و محرمانه {confidential}؛ از خانه‌های {places}.</translation>
    </message>
    <message>
        <source>Form of letter numbers</source>
        <translation>قالب شماره نامه‌ها</translation>
    </message>
    <message>
        <source>From, then to</source>
        <translation>اول از، بعد به</translation>
    </message>
    <message>
        <source>Greeting of letters</source>
        <translation>سلام آغاز نامه</translation>
    </message>
    <message>
        <source>Head of the papers</source>
        <translation>سربرگ برگه‌ها</translation>
    </message>
    <message>
        <source>It stands at the top right, over the lines of the organisation.</source>
        <translation>بالا و راست، بالای سطرهای سازمان می‌آید.</translation>
    </message>
    <message>
        <source>Look of the papers</source>
        <translation>ظاهر برگه‌ها</translation>
    </message>
    <message>
        <source>Motto of the year</source>
        <translation>شعار سال</translation>
    </message>
    <message>
        <source>None yet. A PNG or JPEG picture, at the top right of every paper but the neutral ones.</source>
        <translation>هنوز نیست. تصویری با پسوند پی‌ان‌جی یا جی‌پگ؛ بالا و راست همه برگه‌ها، جز گواهی مراجعه اداری.</translation>
    </message>
    <message>
        <source>Opening of every paper</source>
        <translation>سرآغاز همه برگه‌ها</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Sender and addressee</source>
        <translation>فرستنده و گیرنده</translation>
    </message>
    <message>
        <source>Store the look</source>
        <translation>ثبت ظاهر</translation>
    </message>
    <message>
        <source>The look is stored; papers to come have it.</source>
        <translation>ظاهر ثبت شد؛ برگه‌های بعدی آن را دارد.</translation>
    </message>
    <message>
        <source>To, then from</source>
        <translation>اول به، بعد از</translation>
    </message>
    <message>
        <source>Vazirmatn, of the program</source>
        <translation>وزیرمتن، قلم برنامه</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>در حال استفاده</translation>
    </message>
</context>
<context>
    <name>NightSheet</name>
    <message>
        <source>Add a night</source>
        <translation>افزودن شب</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>همکار</translation>
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
        <source>From the hour</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تلفن</translation>
    </message>
    <message>
        <source>To the hour</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>may be the next morning</source>
        <translation>می‌تواند صبح روز بعد باشد</translation>
    </message>
</context>
<context>
    <name>NotesSection</name>
    <message>
        <source>A process note opens to its author alone, and to whom the author shared it with. In an emergency two holders open it together: you, and the commander or whoever keeps a sheet in an envelope. Neither can do it alone; the author is told.</source>
        <translation>یادداشت کار را فقط نویسنده باز می‌کند و همکاری که خود او خواسته باشد. در اضطرار دو نفر با هم آن را باز می‌کنند: شما، و رئیس کلانتری یا کسی که برگ کلید دوم را در پاکت دارد. هیچ‌کدام به‌تنهایی نمی‌تواند؛ به نویسنده گفته می‌شود.</translation>
    </message>
    <message>
        <source>A sheet in an envelope</source>
        <translation>برگی در پاکت</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Give a colleague the notes back</source>
        <translation>برگرداندن یادداشت‌های یک همکار</translation>
    </message>
    <message>
        <source>Keys of process notes</source>
        <translation>کلیدهای یادداشت کار</translation>
    </message>
    <message>
        <source>Made on {day}: {first} and {second}.</source>
        <translation>ساخته شد در {day}: {first} و {second}.</translation>
    </message>
    <message>
        <source>Make two new keys</source>
        <translation>ساختن دو کلید تازه</translation>
    </message>
    <message>
        <source>There are no two keys yet: nobody but its author opens a note.</source>
        <translation>هنوز دو کلید نیست: یادداشت را جز نویسنده هیچ‌کس باز نمی‌کند.</translation>
    </message>
    <message>
        <source>Two new keys are made.</source>
        <translation>دو کلید تازه ساخته شد.</translation>
    </message>
    <message>
        <source>Who holds the second key</source>
        <translation>کلید دوم نزد چه کسی است؟</translation>
    </message>
    <message>
        <source>Your half was lost with your former password; make two new keys.</source>
        <translation>نیمه شما با گذرواژه پیشین از دست رفت؛ دو کلید تازه بسازید.</translation>
    </message>
    <message>
        <source>a sheet in an envelope</source>
        <translation>برگی در پاکت</translation>
    </message>
    <message>
        <source>{count} notes come under them when their authors next look at the file.</source>
        <translation>{count} یادداشت، وقتی نویسنده دوباره پرونده را ببیند، زیر این دو کلید می‌آید.</translation>
    </message>
</context>
<context>
    <name>PresenceSection</name>
    <message>
        <source>Add a night</source>
        <translation>افزودن شب</translation>
    </message>
    <message>
        <source>Add days away</source>
        <translation>افزودن روزهای غیبت</translation>
    </message>
    <message>
        <source>As before.</source>
        <translation>به حال پیشین برگشت.</translation>
    </message>
    <message>
        <source>Choose a colleague who does not work all the hours of the unit.</source>
        <translation>همکاری را که همه ساعت‌های واحد کار نمی‌کند انتخاب کنید.</translation>
    </message>
    <message>
        <source>Leave, shifts, nights</source>
        <translation>غیبت، شیفت، آماده‌به‌کار</translation>
    </message>
    <message>
        <source>Nights on call</source>
        <translation>شب‌های آماده‌به‌کار</translation>
    </message>
    <message>
        <source>Nobody is away. Add leave and errands here: no appointment is offered then.</source>
        <translation>کسی غایب نیست. مرخصی و ماموریت را اینجا بنویسید تا در آن روزها نوبتی پیشنهاد نشود.</translation>
    </message>
    <message>
        <source>Nobody is on call. Name who answers when a night case comes in.</source>
        <translation>کسی آماده‌به‌کار نیست. بنویسید برای مورد شبانه با چه کسی تماس گرفته شود.</translation>
    </message>
    <message>
        <source>Shifts of colleagues</source>
        <translation>شیفت همکاران</translation>
    </message>
    <message>
        <source>The days away are stored.</source>
        <translation>روزهای غیبت ذخیره شد.</translation>
    </message>
    <message>
        <source>The night is stored.</source>
        <translation>شب آماده‌به‌کار ذخیره شد.</translation>
    </message>
    <message>
        <source>The night is taken out.</source>
        <translation>این شب برداشته شد.</translation>
    </message>
    <message>
        <source>The shifts are stored.</source>
        <translation>شیفت ذخیره شد.</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>غایبان</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} تا {last}</translation>
    </message>
    <message>
        <source>{who} comes after all.</source>
        <translation>غیبت {who} برداشته شد.</translation>
    </message>
</context>
<context>
    <name>ProofSection</name>
    <message>
        <source>Courts get the page: one file that opens in any browser without a network. Other units with Sazesh get the key card and the list of void papers. All of them may be handed to anybody.</source>
        <translation>به دادگاه‌ها صفحه سنجش را بدهید: یک فایل که در هر مرورگری، بی‌شبکه، باز می‌شود. به واحدهایی که سازش دارند برگ کلید و فهرست برگ‌های باطل را بدهید. دادن هیچ‌کدام به دیگران زیانی ندارد.</translation>
    </message>
    <message>
        <source>Earlier papers are checked with {keys}.</source>
        <translation>برگ‌های پیشین با {keys} سنجیده می‌شوند.</translation>
    </message>
    <message>
        <source>Files ({pattern})</source>
        <translation>فایل‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Genuine papers</source>
        <translation>اصالت برگ‌ها</translation>
    </message>
    <message>
        <source>Key card</source>
        <translation>برگ کلید</translation>
    </message>
    <message>
        <source>Keys of other units</source>
        <translation>کلیدهای واحدهای دیگر</translation>
    </message>
    <message>
        <source>Keys of this unit</source>
        <translation>کلیدهای این واحد</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>بماند</translation>
    </message>
    <message>
        <source>List of void papers</source>
        <translation>فهرست برگ‌های باطل</translation>
    </message>
    <message>
        <source>Look the paper up</source>
        <translation>جست‌وجوی برگ</translation>
    </message>
    <message>
        <source>No other unit&apos;s key card has been taken in yet.</source>
        <translation>هنوز برگ کلید واحد دیگری افزوده نشده است.</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>باز کردن برگ</translation>
    </message>
    <message>
        <source>Page for courts</source>
        <translation>صفحه سنجش برای دادگاه</translation>
    </message>
    <message>
        <source>Papers are signed by a new key from everybody&apos;s next sign-in on. Papers issued until now can still be checked. Courts and other units need the new page or key card. Go on?</source>
        <translation>هرکس از ورود بعدی خود با کلید تازه امضا می‌کند. برگ‌های صادرشده تا امروز همچنان سنجیده می‌شوند. دادگاه‌ها و واحدهای دیگر صفحه یا برگ کلید تازه می‌خواهند. ادامه می‌دهید؟</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>کلید عوض شود</translation>
    </message>
    <message>
        <source>Replace the signing key</source>
        <translation>تعویض کلید امضا</translation>
    </message>
    <message>
        <source>Save the key card</source>
        <translation>ذخیره برگ کلید</translation>
    </message>
    <message>
        <source>Save the list of void papers</source>
        <translation>ذخیره فهرست برگ‌های باطل</translation>
    </message>
    <message>
        <source>Save the page for courts</source>
        <translation>ذخیره صفحه دادگاه</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>ذخیره شد: {file}</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>کد صحت</translation>
    </message>
    <message>
        <source>Take in a key card</source>
        <translation>افزودن برگ کلید</translation>
    </message>
    <message>
        <source>Take in a list of void papers</source>
        <translation>افزودن فهرست برگ‌های باطل</translation>
    </message>
    <message>
        <source>The file can&apos;t be read or written there.</source>
        <translation>فایل را نمی‌شود آنجا خواند یا نوشت.</translation>
    </message>
    <message>
        <source>The keys of {units} are known now. Compare the key id by telephone.</source>
        <translation>کلیدهای {units} افزوده شد. شناسه کلید را تلفنی مقایسه کنید.</translation>
    </message>
    <message>
        <source>The list of void papers is of {day}.</source>
        <translation>فهرست برگ‌های باطل از {day} است.</translation>
    </message>
    <message>
        <source>The list of {day} is known now.</source>
        <translation>فهرست {day} افزوده شد.</translation>
    </message>
    <message>
        <source>The new key is {key}.</source>
        <translation>کلید تازه {key} است.</translation>
    </message>
    <message>
        <source>The present key is {key}.</source>
        <translation>کلید کنونی {key} است.</translation>
    </message>
    <message>
        <source>The short code stands in the foot of every paper of this unit. Typed here it finds the paper in our own book; what the paper says is compared with the stored one.</source>
        <translation>کد صحت در پای هر برگ این واحد است. با نوشتن آن، برگ در دفتر خود ما پیدا می‌شود؛ برگ در دست را با برگ ذخیره‌شده مقایسه کنید.</translation>
    </message>
    <message>
        <source>You do not hold the present key: what you issue carries no code until you sign in anew.</source>
        <translation>کلید کنونی را ندارید: تا ورود دوباره، برگ‌هایی که صادر می‌کنید نشان ندارند.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>{key} (until {day})</source>
        <translation>{key} (تا {day})</translation>
    </message>
    <message>
        <source>{title}, number {number}, {day}: issued here and made void: {reason}</source>
        <translation>{title}، شماره {number}، {day}: همین‌جا صادر و سپس باطل شده است؛ دلیل: {reason}</translation>
    </message>
    <message>
        <source>{title}, number {number}, {day}: issued here and valid.</source>
        <translation>{title}، شماره {number}، {day}: همین‌جا صادر شده و معتبر است.</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>The new recovery sheet</source>
        <translation>برگه بازیابی تازه</translation>
    </message>
    <message>
        <source>The sheet is proved.</source>
        <translation>برگه تأیید شد.</translation>
    </message>
</context>
<context>
    <name>RoomSheet</name>
    <message>
        <source>Door</source>
        <translation>در</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>نام اتاق</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Where there are several: people who must not meet are given different doors.</source>
        <translation>اگر ساختمان چند در دارد: کسانی که نباید روبه‌رو شوند از درهای جدا می‌آیند.</translation>
    </message>
</context>
<context>
    <name>RoomsSection</name>
    <message>
        <source>Add a room</source>
        <translation>افزودن اتاق</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>دوباره به کار رود</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>نام اتاق</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>دیگر به کار نرود</translation>
    </message>
    <message>
        <source>No room yet. Add the rooms in which you meet people.</source>
        <translation>هنوز اتاقی نیست. اتاق‌های گفت‌وگو را بیفزایید.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>اتاق‌ها</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The room is stored.</source>
        <translation>اتاق ثبت شد.</translation>
    </message>
    <message>
        <source>appointments choose among them</source>
        <translation>نوبت‌ها از میان این‌ها</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>بی‌کاربرد</translation>
    </message>
</context>
<context>
    <name>SeasonSheet</name>
    <message>
        <source>Add other hours</source>
        <translation>افزودن ساعت دیگر</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>نخستین روز</translation>
    </message>
    <message>
        <source>Hours of each day</source>
        <translation>ساعت هر روز</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخرین روز</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>مناسبت</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
</context>
<context>
    <name>SecondKeySheet</name>
    <message>
        <source>The sheet is proved.</source>
        <translation>برگه تأیید شد.</translation>
    </message>
    <message>
        <source>The sheet of the second key</source>
        <translation>برگ کلید دوم</translation>
    </message>
    <message>
        <source>With you, and never without you, this sheet opens process notes in an emergency. Print it, seal it in an envelope and give it to somebody else to keep. It is shown only now.</source>
        <translation>این برگ، همراه شما و هرگز بی شما، یادداشت‌های کار را در اضطرار باز می‌کند. چاپش کنید، در پاکت دربسته بگذارید و به کس دیگری بسپارید. فقط همین حالا نشان داده می‌شود.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>بخش‌های تنظیمات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message>
        <source>Leave all days empty for who works whenever the unit works.</source>
        <translation>برای کسی که همه ساعت‌های واحد کار می‌کند همه روزها را خالی بگذارید.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Add a colleague</source>
        <translation>افزودن همکار</translation>
    </message>
    <message>
        <source>Colleagues&apos; accounts</source>
        <translation>حساب همکاران</translation>
    </message>
    <message>
        <source>Show ended accounts</source>
        <translation>نمایش حساب‌های پایان‌یافته</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>last here {day}</source>
        <translation>آخرین ورود {day}</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>حق امضا</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>تا {day}</translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>A new colleague</source>
        <translation>همکار تازه</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>پایان دادن</translation>
    </message>
    <message>
        <source>End the account</source>
        <translation>پایان حساب</translation>
    </message>
    <message>
        <source>First and family name</source>
        <translation>نام و نام خانوادگی</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>گذرواژه نخست</translation>
    </message>
    <message>
        <source>Last day of service</source>
        <translation>آخرین روز خدمت</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>شماره پروانه</translation>
    </message>
    <message>
        <source>May sign outgoing letters</source>
        <translation>نامه‌های صادره را امضا می‌کند</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>گذرواژه تازه</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>درجه</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>جنسیت</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The account closes by itself after this day.</source>
        <translation>پس از این روز حساب خودبه‌خود بسته می‌شود.</translation>
    </message>
    <message>
        <source>The account is ended.</source>
        <translation>حساب پایان یافت.</translation>
    </message>
    <message>
        <source>The account is stored.</source>
        <translation>حساب ثبت شد.</translation>
    </message>
    <message>
        <source>The account opens nothing from now on. The name stays on everything that was written. After a departure under suspicion make new keys as well, under «Backup and restore».</source>
        <translation>از این پس این حساب چیزی را باز نمی‌کند. نام همکار روی نوشته‌هایش می‌ماند. اگر با سوءظن رفته است، کلید تازه هم بسازید: «پشتیبان و بازیابی».</translation>
    </message>
    <message>
        <source>The new password is set.</source>
        <translation>گذرواژه تازه ثبت شد.</translation>
    </message>
    <message>
        <source>The new password opens the data and the drafts. Notes sealed to the colleague alone stay closed.</source>
        <translation>گذرواژه تازه داده‌ها و پیش‌نویس‌ها را باز می‌کند. یادداشت‌هایی که تنها برای خود همکار رمز شده بسته می‌ماند.</translation>
    </message>
    <message>
        <source>Title under the signature</source>
        <translation>عنوان زیر امضا</translation>
    </message>
    <message>
        <source>Told to the colleague, who changes it in the settings.</source>
        <translation>به همکار گفته می‌شود و خودش در تنظیمات عوضش می‌کند.</translation>
    </message>
</context>
<context>
    <name>TimesSection</name>
    <message>
        <source>A PIN holds, hours</source>
        <translation>اعتبار رمز کوتاه (ساعت)</translation>
    </message>
    <message>
        <source>A file rests after, days</source>
        <translation>پرونده بی‌اقدام پس از (روز)</translation>
    </message>
    <message>
        <source>A number is overdue after, days</source>
        <translation>شماره پس از این تعداد روز عقب افتاده است</translation>
    </message>
    <message>
        <source>A screen holds, days</source>
        <translation>اعتبار غربالگری (روز)</translation>
    </message>
    <message>
        <source>A signed sheet is scanned within, days</source>
        <translation>اسکن برگه امضاشده تا (روز)</translation>
    </message>
    <message>
        <source>Answers to inquiries</source>
        <translation>پاسخ استعلام‌ها</translation>
    </message>
    <message>
        <source>Answers to referrals</source>
        <translation>اعلام نتیجه ارجاع</translation>
    </message>
    <message>
        <source>At the front desk, minutes</source>
        <translation>در میز پذیرش (دقیقه)</translation>
    </message>
    <message>
        <source>Attendance certificates</source>
        <translation>گواهی حضور</translation>
    </message>
    <message>
        <source>Between the two sides, minutes</source>
        <translation>فاصله نوبت دو طرف (دقیقه)</translation>
    </message>
    <message>
        <source>Certificates of a finished course</source>
        <translation>گواهی پایان دوره</translation>
    </message>
    <message>
        <source>Child at risk: report within, hours</source>
        <translation>مهلت گزارش کودک در خطر (ساعت)</translation>
    </message>
    <message>
        <source>Copies for the sides</source>
        <translation>نسخه طرفین</translation>
    </message>
    <message>
        <source>Drawn of a hundred files</source>
        <translation>نمونه از هر صد پرونده</translation>
    </message>
    <message>
        <source>During an interview, minutes</source>
        <translation>هنگام مصاحبه (دقیقه)</translation>
    </message>
    <message>
        <source>First round, months after (0: none)</source>
        <translation>دور یکم، ماه پس از نتیجه (۰: هیچ)</translation>
    </message>
    <message>
        <source>Follow-up after the outcome</source>
        <translation>پیگیری پس از نتیجه</translation>
    </message>
    <message>
        <source>High danger is reviewed after, days</source>
        <translation>بازبینی خطر بالا پس از (روز)</translation>
    </message>
    <message>
        <source>Home covers itself after, seconds</source>
        <translation>پوشیدن میز کار پس از (ثانیه)</translation>
    </message>
    <message>
        <source>Honest tries before no news</source>
        <translation>تلاش‌ها تا «بی‌خبر»</translation>
    </message>
    <message>
        <source>Internal referral slips</source>
        <translation>برگ ارجاع داخلی</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>دعوت‌نامه</translation>
    </message>
    <message>
        <source>Invitations at most</source>
        <translation>بیشینه دعوت</translation>
    </message>
    <message>
        <source>Letters of referral for services</source>
        <translation>معرفی‌نامه خدمات</translation>
    </message>
    <message>
        <source>Letters to the welfare organisation</source>
        <translation>معرفی به بهزیستی</translation>
    </message>
    <message>
        <source>Letters with words of one&apos;s own</source>
        <translation>نامه‌های آزاد</translation>
    </message>
    <message>
        <source>Locks after, minutes</source>
        <translation>قفل خودکار پس از (دقیقه)</translation>
    </message>
    <message>
        <source>Lower danger is reviewed after, days</source>
        <translation>بازبینی خطر کم پس از (روز)</translation>
    </message>
    <message>
        <source>Notes of absence</source>
        <translation>شرح عدم حضور</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>چیزی تغییر نکرده بود.</translation>
    </message>
    <message>
        <source>Numbered by the precinct&apos;s registry</source>
        <translation>شماره‌گذاری در دبیرخانه کلانتری</translation>
    </message>
    <message>
        <source>Other bodies answer within, days</source>
        <translation>پاسخ نهادهای دیگر تا (روز)</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>برگه‌ها</translation>
    </message>
    <message>
        <source>Records of no settlement</source>
        <translation>صورت‌جلسه عدم سازش</translation>
    </message>
    <message>
        <source>Reports of figures</source>
        <translation>گزارش‌های آماری</translation>
    </message>
    <message>
        <source>Reports to courts</source>
        <translation>گزارش‌های مددکاری</translation>
    </message>
    <message>
        <source>Requests for more time</source>
        <translation>درخواست‌های تمدید مهلت</translation>
    </message>
    <message>
        <source>Returning clients: within months</source>
        <translation>بازگشت مراجع: تا چند ماه</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>ایمنی</translation>
    </message>
    <message>
        <source>Seat and lock</source>
        <translation>صندلی و قفل</translation>
    </message>
    <message>
        <source>Second round, months after (0: none)</source>
        <translation>دور دوم، ماه پس از نتیجه (۰: هیچ)</translation>
    </message>
    <message>
        <source>Settlement records</source>
        <translation>صورت‌جلسه سازش</translation>
    </message>
    <message>
        <source>Single meeting, minutes</source>
        <translation>جلسه فردی (دقیقه)</translation>
    </message>
    <message>
        <source>Spouses see each other&apos;s national code and birth date</source>
        <translation>همسران کد ملی و تاریخ تولد یکدیگر را می‌بینند</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The day begins</source>
        <translation>آغاز روز کاری</translation>
    </message>
    <message>
        <source>The day ends</source>
        <translation>پایان روز کاری</translation>
    </message>
    <message>
        <source>The settings are stored.</source>
        <translation>تنظیمات ثبت شد.</translation>
    </message>
    <message>
        <source>Third round, months after (0: none)</source>
        <translation>دور سوم، ماه پس از نتیجه (۰: هیچ)</translation>
    </message>
    <message>
        <source>Times and safety</source>
        <translation>زمان‌ها و ایمنی</translation>
    </message>
    <message>
        <source>Undertakings</source>
        <translation>تعهدنامه</translation>
    </message>
    <message>
        <source>Waivers of complaints</source>
        <translation>اعلام گذشت شاکی</translation>
    </message>
    <message>
        <source>What lies ahead</source>
        <translation>کارهای پیش رو</translation>
    </message>
    <message>
        <source>With an open mark, after days</source>
        <translation>با نشان باز، پس از چند روز</translation>
    </message>
    <message>
        <source>Working day and meetings</source>
        <translation>روز کاری و جلسه‌ها</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} تا {high}</translation>
    </message>
</context>
<context>
    <name>UnitSection</name>
    <message>
        <source>A case number: {case} · a letter number: {letter}</source>
        <translation>نمونه شماره پرونده: {case} · نمونه شماره نامه: {letter}</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>The unit is stored.</source>
        <translation>مشخصات واحد ثبت شد.</translation>
    </message>
    <message>
        <source>Unit and letterhead</source>
        <translation>واحد و سربرگ</translation>
    </message>
</context>
<context>
    <name>VersionsSheet</name>
    <message>
        <source>Earlier versions</source>
        <translation>نسخه‌های پیشین</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>بازگشت به این نسخه</translation>
    </message>
    <message>
        <source>It comes with the program</source>
        <translation>همراه برنامه می‌آید</translation>
    </message>
    <message>
        <source>The text of the program</source>
        <translation>متن برنامه</translation>
    </message>
    <message>
        <source>The text of this version</source>
        <translation>متن این نسخه</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>نسخه {number}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>نسخه‌ها</translation>
    </message>
    <message>
        <source>holds now</source>
        <translation>اکنون به کار است</translation>
    </message>
    <message>
        <source>{day} at {hour} · {by}</source>
        <translation>{day} ساعت {hour} · {by}</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>GivePage</name>
    <message>
        <source>Everything that is not given to somebody else below</source>
        <translation>هر چه در پایین به همکار دیگری سپرده نشود</translation>
    </message>
    <message>
        <source>Files and work</source>
        <translation>پرونده‌ها و کارها</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>سپردن</translation>
    </message>
    <message>
        <source>Hand over work</source>
        <translation>سپردن کار</translation>
    </message>
    <message>
        <source>It holds from now on. Process notes are not handed over: they stay sealed to their author and to whom the author shared them with.</source>
        <translation>از همین اکنون است. یادداشت‌های کار سپرده نمی‌شود: تنها نویسنده و کسی که او خودش شریک کرده است آن را می‌خواند.</translation>
    </message>
    <message>
        <source>Last day of work</source>
        <translation>آخرین روز کار</translation>
    </message>
    <message>
        <source>Note for all</source>
        <translation>یادداشت برای همه</translation>
    </message>
    <message>
        <source>Say who takes the work.</source>
        <translation>بنویسید چه کسی کار را می‌گیرد.</translation>
    </message>
    <message>
        <source>This colleague has nothing open in these days.</source>
        <translation>این همکار در این روزها کار بازی ندارد.</translation>
    </message>
    <message>
        <source>To the end of</source>
        <translation>تا پایان</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>به چه کسی؟</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>کارهای باز</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>کار چه کسی؟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا؟</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>غیبت</translation>
    </message>
    <message>
        <source>another colleague</source>
        <translation>همکار دیگری بپذیرد</translation>
    </message>
    <message>
        <source>is not there in these days</source>
        <translation>در این روزها نیست</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>پایان کار</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>می‌ماند</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>با یادداشت</translation>
    </message>
    <message>
        <source>{count} hours are to be moved.</source>
        <translation>{count} نوبت باید جابه‌جا شود.</translation>
    </message>
    <message>
        <source>{count} were handed over.</source>
        <translation>{count} مورد سپرده شد.</translation>
    </message>
    <message>
        <source>{given} of {count} are given</source>
        <translation>{given} از {count} مورد سپرده می‌شود</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Open dangers</source>
        <translation>خطرهای باز</translation>
    </message>
    <message>
        <source>Papers at the commander</source>
        <translation>برگه‌های نزد فرمانده</translation>
    </message>
    <message>
        <source>Promised calls</source>
        <translation>تماس‌های وعده‌داده‌شده</translation>
    </message>
    <message>
        <source>Running clocks</source>
        <translation>مهلت‌های در گذر</translation>
    </message>
    <message>
        <source>Who is expected</source>
        <translation>کسانی که می‌آیند</translation>
    </message>
    <message>
        <source>for good, last day {day}</source>
        <translation>برای همیشه، آخرین روز {day}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>سپرده شده</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>بازگشته</translation>
    </message>
    <message>
        <source>shares the work</source>
        <translation>همکار پرونده</translation>
    </message>
    <message>
        <source>to be taken back</source>
        <translation>باید پس گرفته شود</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>برگردانده شده</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} نوبت</translation>
    </message>
    <message>
        <source>{count} follow-ups</source>
        <translation>{count} پیگیری</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} نامه</translation>
    </message>
    <message>
        <source>{count} sealed notes</source>
        <translation>{count} یادداشت مهروموم</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>{count} کار</translation>
    </message>
    <message>
        <source>{count} to be moved</source>
        <translation>{count} نوبت برای جابه‌جایی</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} تا {last}</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Hand over the shift</source>
        <translation>تحویل نوبت</translation>
    </message>
    <message>
        <source>Hand over work</source>
        <translation>سپردن کار</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>تحویل کار</translation>
    </message>
    <message>
        <source>No shift was handed over yet. Two colleagues sign in for it, one after the other.</source>
        <translation>هنوز نوبتی تحویل نشده است. دو همکار، یکی پس از دیگری، برای آن وارد می‌شوند.</translation>
    </message>
    <message>
        <source>Nothing was handed over yet. «Hand over work» gives your files for an absence or for good.</source>
        <translation>هنوز کاری سپرده نشده است. «سپردن کار» پرونده‌ها را برای غیبت یا برای همیشه به همکار می‌سپارد.</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>نوبت‌های کاری</translation>
    </message>
    <message>
        <source>Shifts that were handed over</source>
        <translation>نوبت‌های کاری تحویل‌شده</translation>
    </message>
    <message>
        <source>Work of colleagues</source>
        <translation>کار همکاران</translation>
    </message>
    <message>
        <source>Work that was handed over</source>
        <translation>کار سپرده‌شده</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>یک همکار</translation>
    </message>
    <message>
        <source>given on {day}</source>
        <translation>سپرده‌شده در {day}</translation>
    </message>
    <message>
        <source>not seen yet by {names}</source>
        <translation>هنوز {names} ندیده است</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} پرونده</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} مورد</translation>
    </message>
    <message>
        <source>{giver} to {taker}</source>
        <translation>{giver} به {taker}</translation>
    </message>
</context>
<context>
    <name>HandoverSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>No file of it is in your hands.</source>
        <translation>پرونده‌ای از آن در دست شما نیست.</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>پس گرفتن همه</translation>
    </message>
    <message>
        <source>Take this file back</source>
        <translation>پس گرفتن همین پرونده</translation>
    </message>
    <message>
        <source>To be moved: these hours are still booked with who gave the work.</source>
        <translation>برای جابه‌جایی: این نوبت‌ها هنوز به نام سپارنده است.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>Work that was handed over</source>
        <translation>کار سپرده‌شده</translation>
    </message>
    <message>
        <source>given by {name}</source>
        <translation>سپرده {name}</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>هنوز دیده نشده</translation>
    </message>
    <message>
        <source>seen on {day}, {hour}</source>
        <translation>{day}، {hour} دیده شد</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>پس گرفته شده</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} نوبت</translation>
    </message>
    <message>
        <source>{count} are back.</source>
        <translation>{count} مورد بازگشت.</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} نامه</translation>
    </message>
    <message>
        <source>{count} stay with who has them by now.</source>
        <translation>{count} مورد نزد دارنده کنونی ماند.</translation>
    </message>
</context>
<context>
    <name>ItemSheet</name>
    <message>
        <source>Note for this file</source>
        <translation>یادداشت برای این پرونده</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>چه کسی می‌گیرد؟</translation>
    </message>
    <message>
        <source>Your process notes stay sealed; whoever is to read them is named in the file by you.</source>
        <translation>یادداشت‌های کار شما مهروموم می‌ماند؛ هر که باید بخواند، خودتان در پرونده شریک کنید.</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>همان‌طور می‌ماند</translation>
    </message>
</context>
<context>
    <name>PassedOnSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>پرونده {number}</translation>
    </message>
    <message>
        <source>The file was never handed over.</source>
        <translation>این پرونده به کسی سپرده نشده است.</translation>
    </message>
    <message>
        <source>Who had the file</source>
        <translation>پرونده نزد چه کسانی بوده است؟</translation>
    </message>
    <message>
        <source>back since {day}</source>
        <translation>بازگشته از {day}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>به دست {name}</translation>
    </message>
    <message>
        <source>given on {day}</source>
        <translation>سپرده‌شده در {day}</translation>
    </message>
    <message>
        <source>now: {name}</source>
        <translation>اکنون: {name}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>برگردانده شده</translation>
    </message>
    <message>
        <source>{giver} to {taker}</source>
        <translation>{giver} به {taker}</translation>
    </message>
</context>
<context>
    <name>ShiftLinesView</name>
    <message>
        <source>Nothing stands under: {headings}</source>
        <translation>موردی نیست: {headings}</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>Both sign in for it: with the password, or with the PIN of this shift.</source>
        <translation>هر دو برای آن وارد می‌شوند: با گذرواژه، یا با رمز شش‌رقمی همین نوبت.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Given and taken</source>
        <translation>تحویل‌دهنده و تحویل‌گیرنده</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>تحویل نوبت</translation>
    </message>
    <message>
        <source>It stays in the program and is printed nowhere.</source>
        <translation>در برنامه می‌ماند و جایی چاپ نمی‌شود.</translation>
    </message>
    <message>
        <source>Papers at the commander</source>
        <translation>برگه‌های نزد فرمانده</translation>
    </message>
    <message>
        <source>Password or PIN of who takes it</source>
        <translation>گذرواژه یا رمز تحویل‌گیرنده</translation>
    </message>
    <message>
        <source>Password or PIN of {name}</source>
        <translation>گذرواژه یا رمز {name}</translation>
    </message>
    <message>
        <source>Promised calls</source>
        <translation>تماس‌های وعده‌داده‌شده</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>در حال ورود …</translation>
    </message>
    <message>
        <source>The shift is handed over to {name}.</source>
        <translation>نوبت به {name} تحویل شد.</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>دیگر نکته‌ها</translation>
    </message>
    <message>
        <source>What the lists do not hold</source>
        <translation>آنچه در فهرست‌ها نیست</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>چه کسی می‌گیرد؟</translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Papers at the commander</source>
        <translation>برگه‌های نزد فرمانده</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>چاپ برگه</translation>
    </message>
    <message>
        <source>Promised calls</source>
        <translation>تماس‌های وعده‌داده‌شده</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>نوبت تحویل‌شده</translation>
    </message>
    <message>
        <source>The sheet of this shift: numbers of files, hours and marks, no names of clients.</source>
        <translation>برگه این نوبت: شماره پرونده، ساعت و نشان، بدون نام مراجعان.</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>دیگر نکته‌ها</translation>
    </message>
    <message>
        <source>shift {day}</source>
        <translation>تحویل نوبت {day}</translation>
    </message>
    <message>
        <source>{day}, {hour}: given by {giver}, taken by {taker}</source>
        <translation>{day}، ساعت {hour}: {giver} تحویل داد و {taker} تحویل گرفت</translation>
    </message>
</context>
</TS>

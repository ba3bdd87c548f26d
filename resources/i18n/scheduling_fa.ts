<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AppointmentSheet</name>
    <message>
        <source>Cancel with a reason</source>
        <translation>لغو با دلیل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>همکاران</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>It took place</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>جابه‌جایی</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Number {number} of a series of {count}</source>
        <translation>جلسه {number} از دوره {count} جلسه‌ای</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>باز کردن پرونده</translation>
    </message>
    <message>
        <source>People who came</source>
        <translation>شرکت‌کنندگان</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>محل</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>پر است</translation>
    </message>
    <message>
        <source>The hour belongs to a file that you do not work on.</source>
        <translation>این ساعت از آنِ پرونده‌ای است که شما روی آن کار نمی‌کنید.</translation>
    </message>
    <message>
        <source>The session was held; record it</source>
        <translation>جلسه برگزار شده؛ ثبت شود</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>لغو شد</translation>
    </message>
    <message>
        <source>did not take place</source>
        <translation>برگزار نشد</translation>
    </message>
    <message>
        <source>held</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>ثبت نشده</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>A meeting without a file</source>
        <translation>نشست بدون پرونده</translation>
    </message>
    <message>
        <source>Invitations without a result</source>
        <translation>دعوت‌های بی‌نتیجه</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>فهرست‌ها</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>نوبت تازه</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Print invitations</source>
        <translation>دعوت‌نامه‌ها</translation>
    </message>
    <message>
        <source>Print the day</source>
        <translation>برنامه روز</translation>
    </message>
    <message>
        <source>Print the week</source>
        <translation>برنامه هفته</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>فهرست انتظار</translation>
    </message>
    <message>
        <source>first free time: {day} {hour} {room}</source>
        <translation>نخستین جای آزاد: {day}، {hour}، {room}</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>نوبتی نیست</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} نوبت</translation>
    </message>
</context>
<context>
    <name>AttemptSheet</name>
    <message>
        <source>Appointment: {day}, {hour}</source>
        <translation>نوبت: {day}، ساعت {hour}</translation>
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
        <source>First ask: can you talk freely now?</source>
        <translation>نخست بپرسید: الان راحت می‌توانید صحبت کنید؟</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>از چه راهی؟</translation>
    </message>
    <message>
        <source>Invitation on paper</source>
        <translation>دعوت‌نامه چاپی</translation>
    </message>
    <message>
        <source>It came back undelivered and is carried once more; its slip belongs to this attempt</source>
        <translation>نرسیده بازگشته و دوباره برده می‌شود؛ رسید آن از آنِ همین بار است</translation>
    </message>
    <message>
        <source>May stay open until it is known</source>
        <translation>تا روشن نشده، خالی بماند</translation>
    </message>
    <message>
        <source>No appointment is made yet.</source>
        <translation>هنوز نوبتی گذاشته نشده است.</translation>
    </message>
    <message>
        <source>No telephone is stored for this person.</source>
        <translation>برای این شخص تلفنی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Others may see it</source>
        <translation>شاید دیگران ببینند</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت شود</translation>
    </message>
    <message>
        <source>Record an invitation</source>
        <translation>ثبت دعوت</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Seen by nobody else</source>
        <translation>دیگری نمی‌بیند</translation>
    </message>
    <message>
        <source>The attempt is recorded.</source>
        <translation>دعوت ثبت شد.</translation>
    </message>
    <message>
        <source>Who takes the message?</source>
        <translation>پیام را چه کسی می‌برد؟</translation>
    </message>
    <message>
        <source>Who took it, and what to the person?</source>
        <translation>چه کسی گرفت، و نسبت او؟</translation>
    </message>
</context>
<context>
    <name>BookingForm</name>
    <message>
        <source>Add people of another file</source>
        <translation>افزودن افراد پرونده دیگر</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>همکاران</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>تکرار هفتگی</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>نوع جلسه</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>دقیقه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>محل</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>اتاق</translation>
    </message>
    <message>
        <source>Room of one side</source>
        <translation>اتاق یک طرف</translation>
    </message>
    <message>
        <source>Room of the other side</source>
        <translation>اتاق طرف دیگر</translation>
    </message>
    <message>
        <source>Where the meeting is held; seen by who may open the file</source>
        <translation>محل برگزاری؛ فقط برای کسی که پرونده را می‌بیند</translation>
    </message>
    <message>
        <source>Who comes?</source>
        <translation>چه کسی می‌آید؟</translation>
    </message>
    <message>
        <source>Without details; seen in lists</source>
        <translation>بدون جزئیات؛ در فهرست دیده می‌شود</translation>
    </message>
    <message>
        <source>how many weeks, usually {count}; empty for once</source>
        <translation>چند هفته، معمولاً {count}؛ خالی یعنی یک بار</translation>
    </message>
</context>
<context>
    <name>BookingSheet</name>
    <message>
        <source>Appointment: {day}, {hour}</source>
        <translation>نوبت: {day}، ساعت {hour}</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>ثبت نوبت</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>It is not booked yet.</source>
        <translation>هنوز ثبت نشده است.</translation>
    </message>
    <message>
        <source>Leave the appointment?</source>
        <translation>از نوبت بیرون می‌روید؟</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>جابه‌جا شود</translation>
    </message>
    <message>
        <source>Move the appointment</source>
        <translation>جابه‌جایی نوبت</translation>
    </message>
    <message>
        <source>Move this and the later ones</source>
        <translation>جابه‌جایی این و جلسه‌های بعد</translation>
    </message>
    <message>
        <source>Moved to {day}, {hour}</source>
        <translation>نوبت به {day}، {hour} جابه‌جا شد</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>نوبت تازه</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>در فهرست انتظار</translation>
    </message>
    <message>
        <source>See the {count} appointments</source>
        <translation>دیدن {count} نوبت</translation>
    </message>
    <message>
        <source>The session was held; record it</source>
        <translation>جلسه برگزار شده؛ ثبت شود</translation>
    </message>
    <message>
        <source>This hour has passed.</source>
        <translation>این ساعت گذشته است.</translation>
    </message>
    <message>
        <source>Whose people come to the group?</source>
        <translation>افراد کدام پرونده به گروه می‌آیند؟</translation>
    </message>
    <message>
        <source>{occasion} is a day off; the appointment is made all the same.</source>
        <translation>{occasion} تعطیل است؛ نوبت گذاشته می‌شود.</translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>All appointments</source>
        <translation>همه نوبت‌ها</translation>
    </message>
    <message>
        <source>All hours of the day</source>
        <translation>همه ساعت‌های شبانه‌روز</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>روز دیگر</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پیش</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>همکاران</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>ستون‌ها</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>List</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>My appointments</source>
        <translation>نوبت‌های من</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>اتاق‌ها</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>View</source>
        <translation>نما</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>هفته</translation>
    </message>
    <message>
        <source>Whose appointments?</source>
        <translation>نوبت‌های چه کسی؟</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Appointments</source>
        <translation>نوبت‌ها</translation>
    </message>
</context>
<context>
    <name>CalendarNotes</name>
    <message>
        <source>A free time for {count} who wait</source>
        <translation>وقت آزاد برای {count} نفر در انتظار</translation>
    </message>
    <message>
        <source>A time is free for {who}, who waits: {day}, {hour}.</source>
        <translation>وقت آزاد برای {who}: {day}، {hour}.</translation>
    </message>
    <message>
        <source>And for {count} more.</source>
        <translation>برای {count} نفر دیگر هم هست.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>ثبت نوبت</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>جابه‌جا شوند</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>فهرست انتظار</translation>
    </message>
    <message>
        <source>{count} appointments stand on a day off or with a colleague who is away.</source>
        <translation>{count} نوبت در وقت تعطیل یا با همکار غایب مانده است.</translation>
    </message>
    <message>
        <source>{count} appointments to move</source>
        <translation>{count} نوبت باید جابه‌جا شود</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Cancel it</source>
        <translation>نوبت لغو شود</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>لغو نوبت</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>بماند</translation>
    </message>
    <message>
        <source>Of the series</source>
        <translation>از این دوره</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>فقط همین جلسه</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>The appointment is cancelled; its hour is free.</source>
        <translation>نوبت لغو شد؛ ساعت آن آزاد است.</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>خود شخص</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>واحد</translation>
    </message>
    <message>
        <source>This one and the later ones</source>
        <translation>این و جلسه‌های بعد</translation>
    </message>
    <message>
        <source>Who cannot?</source>
        <translation>چه کسی نمی‌تواند؟</translation>
    </message>
    <message>
        <source>{count} appointments are cancelled; their hours are free.</source>
        <translation>{count} نوبت لغو شد؛ ساعت‌ها آزاد است.</translation>
    </message>
</context>
<context>
    <name>CarryStrip</name>
    <message>
        <source>Arrows move, Shift makes longer or shorter, Enter stores, Esc lets go</source>
        <translation>پیکان‌ها جابه‌جا می‌کنند، شیفت بلند و کوتاه، ورود ثبت می‌کند، گریز رها می‌کند</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Appointments of the day</source>
        <translation>نوبت‌های روز</translation>
    </message>
    <message>
        <source>No appointment on this day. N makes one.</source>
        <translation>این روز نوبتی ندارد؛ با کلید «د» یکی بگذارید.</translation>
    </message>
    <message>
        <source>did not take place</source>
        <translation>برگزار نشد</translation>
    </message>
    <message>
        <source>held</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>mark {letters}</source>
        <translation>نشان {letters}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>ثبت نشده</translation>
    </message>
    <message>
        <source>until {hour}</source>
        <translation>تا {hour}</translation>
    </message>
</context>
<context>
    <name>DisplacedLine</name>
    <message>
        <source>Another time</source>
        <translation>وقت دیگر</translation>
    </message>
    <message>
        <source>It stays</source>
        <translation>سر جایش بماند</translation>
    </message>
    <message>
        <source>The next free times</source>
        <translation>نزدیک‌ترین جاهای آزاد</translation>
    </message>
</context>
<context>
    <name>DisplacedSheet</name>
    <message>
        <source>Appointments to be moved</source>
        <translation>نوبت‌هایی که باید جابه‌جا شوند</translation>
    </message>
    <message>
        <source>Moved to {day}, {hour}</source>
        <translation>نوبت به {day}، {hour} جابه‌جا شد</translation>
    </message>
    <message>
        <source>No appointment stands on a day off or with a colleague who is away.</source>
        <translation>هیچ نوبتی در وقت تعطیل یا با همکار غایب نمانده است.</translation>
    </message>
    <message>
        <source>The appointment stays where it is.</source>
        <translation>نوبت سر جایش ماند.</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>came</source>
        <translation>آمد</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>نیامد</translation>
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
    <name>DoorBox</name>
    <message>
        <source>At the door</source>
        <translation>حضور</translation>
    </message>
</context>
<context>
    <name>DoorLine</name>
    <message>
        <source>Another appointment</source>
        <translation>نوبت دیگر</translation>
    </message>
    <message>
        <source>At the door: {name}</source>
        <translation>حضور: {name}</translation>
    </message>
    <message>
        <source>End as: did not come</source>
        <translation>پایان با «عدم مراجعه»</translation>
    </message>
    <message>
        <source>Invite again</source>
        <translation>دعوت دوباره</translation>
    </message>
    <message>
        <source>minutes late</source>
        <translation>دقیقه تأخیر</translation>
    </message>
    <message>
        <source>minutes there</source>
        <translation>دقیقه ماند</translation>
    </message>
    <message>
        <source>{done} of {limit} tries</source>
        <translation>{done} از {limit} بار</translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>How many people came</source>
        <translation>چند نفر آمدند؟</translation>
    </message>
    <message>
        <source>It took place</source>
        <translation>برگزار شد</translation>
    </message>
    <message>
        <source>Recorded; the figures count it.</source>
        <translation>ثبت شد؛ در آمار شمرده می‌شود.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
</context>
<context>
    <name>GateBox</name>
    <message>
        <source>Decide otherwise, with reason and measures</source>
        <translation>تصمیم دیگر، با دلیل و تدبیر ایمنی</translation>
    </message>
    <message>
        <source>Hold the mouse button or the space bar; the reading is recorded.</source>
        <translation>نگه دارید تا نشان داده شود؛ دیدن آن ثبت می‌شود.</translation>
    </message>
    <message>
        <source>Reason of the head</source>
        <translation>دلیل مسئول واحد</translation>
    </message>
    <message>
        <source>Safety measures</source>
        <translation>تدبیرهای ایمنی</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>چرا؟</translation>
    </message>
</context>
<context>
    <name>InFieldPage</name>
    <message>
        <source>Every invitation has its result. New ones are made in the file.</source>
        <translation>نتیجه همه دعوت‌ها ثبت شده است. دعوت تازه در پرونده ثبت می‌شود.</translation>
    </message>
    <message>
        <source>Invitations without a result</source>
        <translation>دعوت‌های بی‌نتیجه</translation>
    </message>
    <message>
        <source>Who was invited and has not answered</source>
        <translation>دعوت‌شدگانی که نتیجه دعوتشان روشن نیست</translation>
    </message>
    <message>
        <source>Whose files</source>
        <translation>پرونده‌های چه کسی؟</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>همه پرونده‌ها</translation>
    </message>
    <message>
        <source>appointment {day}, {hour}</source>
        <translation>نوبت {day}، ساعت {hour}</translation>
    </message>
    <message>
        <source>my files</source>
        <translation>پرونده‌های من</translation>
    </message>
    <message>
        <source>paper {number}</source>
        <translation>برگ {number}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} روز</translation>
    </message>
    <message>
        <source>{count} invitations</source>
        <translation>{count} دعوت</translation>
    </message>
</context>
<context>
    <name>InvitationPanel</name>
    <message>
        <source>All without a result</source>
        <translation>همه دعوت‌های بی‌نتیجه</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>دعوت طرفین</translation>
    </message>
    <message>
        <source>No party is registered yet.</source>
        <translation>هنوز طرفی ثبت نشده است.</translation>
    </message>
</context>
<context>
    <name>InviteePart</name>
    <message>
        <source>Attempts: {name}</source>
        <translation>دفعات دعوت: {name}</translation>
    </message>
    <message>
        <source>Print the invitation</source>
        <translation>چاپ دعوت‌نامه</translation>
    </message>
    <message>
        <source>Record an invitation</source>
        <translation>ثبت دعوت</translation>
    </message>
    <message>
        <source>appointment {day}, {hour}</source>
        <translation>نوبت {day}، ساعت {hour}</translation>
    </message>
    <message>
        <source>paper {number}</source>
        <translation>برگ {number}</translation>
    </message>
    <message>
        <source>result open</source>
        <translation>در انتظار نتیجه</translation>
    </message>
    <message>
        <source>{done} of {limit} attempts</source>
        <translation>{done} از {limit} بار</translation>
    </message>
</context>
<context>
    <name>LinesSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>نوبتی نیست</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} نوبت</translation>
    </message>
    <message>
        <source>{hour}, to {day}</source>
        <translation>ساعت {hour}، به {day}</translation>
    </message>
    <message>
        <source>{occasion} (estimated)</source>
        <translation>{occasion} (تخمینی)</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>An appointment needs a colleague.</source>
        <translation>نوبت باید همکاری داشته باشد.</translation>
    </message>
    <message>
        <source>Moved to {day}, {hour}</source>
        <translation>نوبت به {day}، {hour} جابه‌جا شد</translation>
    </message>
    <message>
        <source>One of those who come has another appointment at this hour.</source>
        <translation>یکی از دعوت‌شدگان در این ساعت نوبت دیگری دارد.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile; this is how it stands now.</source>
        <translation>همکار شما هم‌زمان آن را تغییر داده است؛ اکنون چنین است.</translation>
    </message>
    <message>
        <source>This hour has passed.</source>
        <translation>این ساعت گذشته است.</translation>
    </message>
    <message>
        <source>Until {hour} now</source>
        <translation>نوبت اکنون تا {hour} است</translation>
    </message>
    <message>
        <source>{clash} Free: {times}</source>
        <translation>{clash} جای آزاد: {times}</translation>
    </message>
    <message>
        <source>{occasion}: a day off</source>
        <translation>{occasion}: روز تعطیل</translation>
    </message>
</context>
<context>
    <name>ResultSheet</name>
    <message>
        <source>As the slip says; empty where there is none</source>
        <translation>چنان‌که رسید می‌گوید؛ بی‌رسید خالی بماند</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>روز ابلاغ</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Paper {number}</source>
        <translation>برگ {number}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ثبت شود</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Result of the attempt</source>
        <translation>نتیجه دعوت</translation>
    </message>
    <message>
        <source>Who took it, and what to the person?</source>
        <translation>چه کسی گرفت، و نسبت او؟</translation>
    </message>
    <message>
        <source>taken by {name}</source>
        <translation>به دست {name}</translation>
    </message>
</context>
<context>
    <name>Scheduling</name>
    <message>
        <source>Appointment: {day}, {hour}</source>
        <translation>نوبت: {day}، ساعت {hour}</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>به اشتباه ثبت شد</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>کودک</translation>
    </message>
    <message>
        <source>First interview</source>
        <translation>مصاحبه اولیه</translation>
    </message>
    <message>
        <source>Group and unit</source>
        <translation>گروهی و واحد</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>مشترک</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>بدون اتاق</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>فردی</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>دیگر همکاران</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>پر است</translation>
    </message>
    <message>
        <source>Taken off the waiting list.</source>
        <translation>از فهرست انتظار برداشته شد.</translation>
    </message>
    <message>
        <source>Telephone, visit, follow-up</source>
        <translation>تلفن، بازدید، پیگیری</translation>
    </message>
    <message>
        <source>The hours of {day}: room and number of the file, no names.</source>
        <translation>نوبت‌های {day}: اتاق و شماره پرونده، بدون نام.</translation>
    </message>
    <message>
        <source>The hours of {first} to {last}: room and number of the file, no names.</source>
        <translation>نوبت‌های {first} تا {last}: اتاق و شماره پرونده، بدون نام.</translation>
    </message>
    <message>
        <source>Two rooms</source>
        <translation>دو اتاق</translation>
    </message>
    <message>
        <source>Week {first} to {last} {year}</source>
        <translation>هفته {first} تا {last} {year}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} نوبت دیگر</translation>
    </message>
    <message>
        <source>free</source>
        <translation>آزاد</translation>
    </message>
    <message>
        <source>hours of the day {day}</source>
        <translation>برنامه نوبت {day}</translation>
    </message>
    <message>
        <source>hours of the week {day}</source>
        <translation>برنامه هفته {day}</translation>
    </message>
    <message>
        <source>{count} appointments</source>
        <translation>{count} نوبت</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} دقیقه</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} تا {end}</translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message>
        <source>A series of appointments</source>
        <translation>یک دوره جلسه</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Book all</source>
        <translation>ثبت همه</translation>
    </message>
    <message>
        <source>Book all {count}</source>
        <translation>ثبت هر {count} نوبت</translation>
    </message>
    <message>
        <source>Move all</source>
        <translation>جابه‌جایی همه</translation>
    </message>
    <message>
        <source>Move all {count}</source>
        <translation>جابه‌جایی هر {count} نوبت</translation>
    </message>
    <message>
        <source>Move the later ones too</source>
        <translation>جابه‌جایی جلسه‌های بعد</translation>
    </message>
    <message>
        <source>Passed over: {days}</source>
        <translation>این روزها کنار گذاشته شد: {days}</translation>
    </message>
    <message>
        <source>{count} appointments are moved.</source>
        <translation>{count} نوبت جابه‌جا شد.</translation>
    </message>
    <message>
        <source>{count} appointments.</source>
        <translation>{count} نوبت ثبت شد.</translation>
    </message>
</context>
<context>
    <name>SlotKeys</name>
    <message>
        <source>The next free times</source>
        <translation>نزدیک‌ترین جاهای آزاد</translation>
    </message>
</context>
<context>
    <name>UndoMoves</name>
    <message>
        <source>Back at {day}, {hour}</source>
        <translation>نوبت به {day}، {hour} برگشت</translation>
    </message>
</context>
<context>
    <name>WaitingEntrySheet</name>
    <message>
        <source>Colleague</source>
        <translation>همکار</translation>
    </message>
    <message>
        <source>Days that suit</source>
        <translation>روزهای مناسب</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>دور ریختن نوشته‌ها</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>این خانه را پر کنید.</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>از روز</translation>
    </message>
    <message>
        <source>From the hour</source>
        <translation>از ساعت</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>نوع جلسه</translation>
    </message>
    <message>
        <source>Leave the waiting list?</source>
        <translation>فهرست انتظار بسته شود؟</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>دقیقه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>هنوز چیزی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>ثبت در فهرست</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>They stand on the waiting list.</source>
        <translation>در فهرست انتظار ثبت شد.</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>تا روز</translation>
    </message>
    <message>
        <source>To the hour</source>
        <translation>تا ساعت</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>فوریت</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>فهرست انتظار</translation>
    </message>
    <message>
        <source>Who comes?</source>
        <translation>چه کسی می‌آید؟</translation>
    </message>
    <message>
        <source>Without details; seen in lists</source>
        <translation>بدون جزئیات؛ در فهرست دیده می‌شود</translation>
    </message>
    <message>
        <source>empty: until withdrawn</source>
        <translation>خالی: تا وقتی برداشته شود</translation>
    </message>
    <message>
        <source>empty: whoever is free first</source>
        <translation>خالی: هر کس زودتر وقت دارد</translation>
    </message>
    <message>
        <source>none ticked: any day</source>
        <translation>بی‌علامت: هر روزی</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Book {day}, {hour}, {who}</source>
        <translation>ثبت {day}، {hour}، {who}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>No time that fits is free yet.</source>
        <translation>هنوز وقت مناسبی آزاد نیست.</translation>
    </message>
    <message>
        <source>Waits no longer</source>
        <translation>دیگر در انتظار نیست</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>از {day}</translation>
    </message>
    <message>
        <source>the days have passed</source>
        <translation>روزهایش گذشته</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>تا {day}</translation>
    </message>
</context>
<context>
    <name>WaitingSheet</name>
    <message>
        <source>Nobody waits. Put people on the list from the sheet of a new appointment.</source>
        <translation>کسی در انتظار نیست. از برگه نوبت تازه می‌توان افراد را در فهرست گذاشت.</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>فهرست انتظار</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Calendar</source>
        <translation>تقویم نوبت‌ها</translation>
    </message>
    <message>
        <source>{day}, from {hour}: {count} more appointments</source>
        <translation>{day}، از {hour}: {count} نوبت دیگر</translation>
    </message>
    <message>
        <source>{day}, {hour}: free</source>
        <translation>{day}، {hour}: آزاد</translation>
    </message>
    <message>
        <source>{hour} · new</source>
        <translation>{hour} · نوبت تازه</translation>
    </message>
</context>
<context>
    <name>WeekHead</name>
    <message>
        <source>{occasion} (estimated)</source>
        <translation>{occasion} (تخمینی)</translation>
    </message>
</context>
<context>
    <name>_CallLineView</name>
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
    <name>_Week</name>
    <message>
        <source>does not fit</source>
        <translation>جا نمی‌شود</translation>
    </message>
    <message>
        <source>free</source>
        <translation>آزاد</translation>
    </message>
</context>
</TS>

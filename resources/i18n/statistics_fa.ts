<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>FilesSheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Files of this figure</source>
        <translation>پرونده‌های این عدد</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} پرونده</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>all others</source>
        <translation>بقیه</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Advice without a file</source>
        <translation>مشاوره بدون پرونده</translation>
    </message>
    <message>
        <source>Files that came</source>
        <translation>پرونده وارده</translation>
    </message>
    <message>
        <source>Half years</source>
        <translation>شش‌ماهه</translation>
    </message>
    <message>
        <source>Kept at follow-up</source>
        <translation>پایبندی در پیگیری</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>Path of safety</source>
        <translation>مسیر ایمنی</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>دوره</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>سه‌ماهه</translation>
    </message>
    <message>
        <source>Report of this period</source>
        <translation>گزارش این دوره</translation>
    </message>
    <message>
        <source>Settled of concluded</source>
        <translation>سازش از مختومه</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>آمار</translation>
    </message>
    <message>
        <source>Statistics of {period}</source>
        <translation>آمار {period}</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>a year before: {count}</source>
        <translation>سال پیش: {count}</translation>
    </message>
    <message>
        <source>counted apart</source>
        <translation>جدا شمرده می‌شود</translation>
    </message>
    <message>
        <source>of {count} done</source>
        <translation>از {count} انجام‌شده</translation>
    </message>
    <message>
        <source>outside the rate</source>
        <translation>بیرون از نرخ</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} از {whole}</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Nothing was recorded in this period.</source>
        <translation>در این دوره چیزی ثبت نشده است.</translation>
    </message>
    <message>
        <source>Show these files</source>
        <translation>دیدن این پرونده‌ها</translation>
    </message>
</context>
</TS>

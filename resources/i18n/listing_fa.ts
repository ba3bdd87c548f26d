<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ListPage</name>
    <message>
        <source>{count} rows</source>
        <translation>{count} ردیف</translation>
    </message>
    <message>
        <source>{count} rows are copied; the copy is in the log.</source>
        <translation>{count} ردیف رونوشت شد؛ رونوشت در گزارش رویدادها ثبت شد.</translation>
    </message>
</context>
</TS>

/* Checks the code of a paper: no network, no library but nacl. Understands the oldest browser that still has typed arrays. */
"use strict";
var sazesh = (function () {
  var PREFIX = "SZ1:", ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./";
  var CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  var HEAD = 1 + 8 + 5 + 64, MOST = 100000, MOST_AFTER = 3;

  function fail() { throw new Error("damaged"); }

  /* The letters as they stand, then without what may have been pasted with them; null where no code begins. */
  function readings(text) {
    var match, words, count, letters, list = [];
    text = text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
    match = /SZ1:[0-9A-Z$*.\/\-\s]+/i.exec(asciiDigits(text));
    if (!match) { return null; }
    words = match[0].toUpperCase().split(/\s+/).filter(Boolean);
    for (count = words.length; count > Math.max(0, words.length - MOST_AFTER - 1); count--) {
      letters = words.slice(0, count).join("").slice(PREFIX.length);
      list.push(letters);
      if (/\.$/.test(letters)) { list.push(letters.replace(/\.+$/, "")); }
    }
    return list;
  }

  function bytesOf(letters) {
    var out = [], at, number, left = letters.length % 3;
    function value(place) { return ALPHABET.indexOf(letters.charAt(place)); }
    for (at = 0; at + 2 < letters.length; at += 3) {
      number = (value(at) * 41 + value(at + 1)) * 41 + value(at + 2);
      if (number > 65535) { fail(); }
      out.push(number >> 8, number & 255);
    }
    if (left) {
      number = left === 2 ? value(letters.length - 2) * 41 + value(letters.length - 1) : 256;
      if (number > 255) { fail(); }
      out.push(number);
    }
    return new Uint8Array(out);
  }

  /* RFC 1951 with a preset dictionary. */
  function inflate(source, dictionary) {
    var LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    var LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    var FAR = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
      8193, 12289, 16385, 24577];
    var FAR_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    var out = Array.prototype.slice.call(dictionary), start = out.length, at = 0, held = 0, count = 0;

    function bits(wanted) {
      while (count < wanted) {
        if (at >= source.length) { fail(); }
        held |= source[at++] << count;
        count += 8;
      }
      var value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    }

    function tree(sizes) {
      var counts = [], offsets = [0], symbols = [], size, place;
      for (size = 0; size < 16; size++) { counts.push(0); }
      sizes.forEach(function (one) { counts[one]++; });
      counts[0] = 0;
      for (size = 1; size < 16; size++) { offsets[size] = offsets[size - 1] + counts[size - 1]; }
      for (place = 0; place < sizes.length; place++) {
        if (sizes[place]) { symbols[offsets[sizes[place]]++] = place; }
      }
      return { counts: counts, symbols: symbols };
    }

    function symbol(from) {
      var code = 0, first = 0, index = 0, size, here;
      for (size = 1; size < 16; size++) {
        code |= bits(1);
        here = from.counts[size];
        if (code - here < first) { return from.symbols[index + code - first]; }
        index += here;
        first = (first + here) << 1;
        code <<= 1;
      }
      return fail();
    }

    function repeated(value, times) {
      var list = [];
      while (times-- > 0) { list.push(value); }
      return list;
    }

    function block(literals, distances) {
      for (;;) {
        var one = symbol(literals), length, back;
        if (one === 256) { return; }
        if (one < 256) { out.push(one); } else {
          one -= 257;
          if (!(one < 29)) { fail(); }
          length = LENGTHS[one] + bits(LENGTH_BITS[one]);
          one = symbol(distances);
          if (!(one < 30)) { fail(); }
          back = FAR[one] + bits(FAR_BITS[one]);
          if (back > out.length) { fail(); }
          while (length--) { out.push(out[out.length - back]); }
        }
        if (out.length - start > MOST) { fail(); }
      }
    }

    function described() {
      var literals = bits(5) + 257, distances = bits(5) + 1, sizes = bits(4) + 4, lengths = repeated(0, 19), all = [], place, one, from;
      for (place = 0; place < sizes; place++) { lengths[ORDER[place]] = bits(3); }
      from = tree(lengths);
      while (all.length < literals + distances) {
        one = symbol(from);
        if (one < 16) { all.push(one); }
        else if (one === 16) { if (!all.length) { fail(); } all = all.concat(repeated(all[all.length - 1], 3 + bits(2))); }
        else if (one === 17) { all = all.concat(repeated(0, 3 + bits(3))); }
        else { all = all.concat(repeated(0, 11 + bits(7))); }
      }
      if (all.length > literals + distances) { fail(); }
      block(tree(all.slice(0, literals)), tree(all.slice(literals)));
    }

    function stored() {
      held = 0;
      count = 0;
      var size = source[at] | source[at + 1] << 8;
      at += 4;
      if (at + size > source.length) { fail(); }
      while (size--) { out.push(source[at++]); }
    }

    function fixed() {
      block(tree(repeated(8, 144).concat(repeated(9, 112), repeated(7, 24), repeated(8, 8))), tree(repeated(5, 30)));
    }

    for (;;) {
      var last = bits(1), kind = bits(2);
      if (kind === 0) { stored(); } else if (kind === 1) { fixed(); } else if (kind === 2) { described(); } else { fail(); }
      if (last) { break; }
    }
    if (at !== source.length) { fail(); }
    return new Uint8Array(out.slice(start));
  }

  function textOf(bytes) {
    var escaped = "";
    for (var at = 0; at < bytes.length; at++) { escaped += "%" + (bytes[at] < 16 ? "0" : "") + bytes[at].toString(16); }
    return decodeURIComponent(escaped);
  }

  function hexOf(bytes) {
    return Array.prototype.map.call(bytes, function (one) { return (one < 16 ? "0" : "") + one.toString(16); }).join("");
  }

  function fromHex(text) {
    var out = new Uint8Array(text.length / 2);
    for (var at = 0; at < out.length; at++) { out[at] = parseInt(text.substr(at * 2, 2), 16); }
    return out;
  }

  function spelled(code) {
    var letters = "", held = 0, count = 0, at = 0;
    while (letters.length < 8) {
      if (count < 5) { held = held << 8 | code[at++]; count += 8; }
      letters += CODE_LETTERS.charAt(held >> (count - 5) & 31);
      count -= 5;
      held &= (1 << count) - 1;
    }
    return letters.slice(0, 4) + "-" + letters.slice(4);
  }

  function joined() {
    var size = 0, at = 0, out;
    Array.prototype.forEach.call(arguments, function (part) { size += part.length; });
    out = new Uint8Array(size);
    Array.prototype.forEach.call(arguments, function (part) { out.set(part, at); at += part.length; });
    return out;
  }

  function ascii(text) {
    return new Uint8Array(Array.prototype.map.call(text, function (letter) { return letter.charCodeAt(0); }));
  }

  function asciiDigits(text) {
    return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) { return String(digit.charCodeAt(0) & 15); });
  }

  /* Whether the paper's own day lies behind the last day of its key; days as 1405/08/30 compare like texts. */
  function isAfter(text, ends, label) {
    var start = label + ": ";
    return Boolean(ends) && text.split("\n").filter(function (line) { return line.indexOf(start) === 0; })
      .map(function (line) { return asciiDigits(line.slice(start.length)); })
      .filter(function (day) { return /^\d{4}\/\d\d\/\d\d$/.test(day); })
      .slice(0, 1).some(function (day) { return day > ends; });
  }

  /* The first reading that is a code and its text; null where none is. */
  function unpacked(list, dictionary) {
    var at, raw, bytes;
    for (at = 0; at < list.length; at++) {
      try {
        raw = bytesOf(list[at]);
        if (raw.length <= HEAD || raw[0] !== 1) { fail(); }
        bytes = inflate(raw.subarray(HEAD), dictionary);
        return { raw: raw, bytes: bytes, text: textOf(bytes) };
      } catch (error) { raw = null; }
    }
    return null;
  }

  /* known: { day: label, keys: [{id, public, unit, ends}], lists: [{on, void: [[code, day]]}], dictionary: hexadecimal } */
  function judge(letters, known) {
    var list = readings(String(letters)), verdict = { judgement: "no_code", text: "", code: "", key: "", unit: "", listed: "", revoked: "", ended: "" };
    if (list === null) { return verdict; }
    verdict.judgement = "altered";
    var read = unpacked(list, fromHex(known.dictionary));
    if (read === null) { return verdict; }
    verdict.text = read.text;
    var raw = read.raw, bytes = read.bytes;
    var key = raw.subarray(1, 9), code = raw.subarray(9, 14), signature = raw.subarray(14, HEAD);
    verdict.key = hexOf(key);
    verdict.code = spelled(code);
    var match = known.keys.filter(function (one) { return one.id === verdict.key; })[0];
    if (!match) { verdict.judgement = "unknown_unit"; return verdict; }
    verdict.unit = match.unit;
    var message = joined(ascii("sazesh paper 1\0"), key, code, bytes);
    if (!nacl.sign.detached.verify(message, new Uint8Array(signature), fromHex(match["public"]))) { return verdict; }
    verdict.ended = match.ends || "";
    verdict.judgement = isAfter(verdict.text, verdict.ended, known.day) ? "retired_key" : "genuine";
    known.lists.forEach(function (list) {
      if (list.on > verdict.listed) { verdict.listed = list.on; }
      list["void"].forEach(function (row) {
        if (row[0] === verdict.code) { verdict.judgement = "revoked"; verdict.revoked = row[1]; }
      });
    });
    return verdict;
  }

  /* The text for the eye: codes run from left to right, as on the sheet (services/documents/proving/showing.py). */
  function shown(text, known) {
    var CODE = /(^|[^0-9\u06f0-\u06f9\/-])([0-9\u06f0-\u06f9]+(?:\/[0-9\u06f0-\u06f9]+)*\/[\u0622-\u06cc](?![\u0622-\u06cc\u200c\/])|[0-9\u06f0-\u06f9]+(?:-[0-9\u06f0-\u06f9]{4})+-[0-9\u06f0-\u06f9]+(?![0-9\u06f0-\u06f9-]))/g;
    function isolated(code) {
      return "\u2066" + code.replace(/([0-9\u06f0-\u06f9\/-])([\u0622-\u06cc]+)(?=[\/-])/g, "$1\u200e$2\u200e") + "\u2069";
    }
    return text.split("\n").map(function (line) {
      var start = known.numbers.map(function (label) { return label + ": "; }).filter(function (one) { return line.indexOf(one) === 0; })[0];
      return start ? start + isolated(line.slice(start.length)) : line.replace(CODE, function (all, before, code) { return before + isolated(code); });
    }).join("\n");
  }

  return { judge: judge, shown: shown };
})();

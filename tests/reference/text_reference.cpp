#include "reference/text_reference.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <initializer_list>

#include "quotation_marks.h"

namespace pullquote::reference {

namespace {

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
  return out;
}

// The code point that exactly these bytes spell, or -1: by its bits, and then whether it would be spelt like that.
std::int64_t spelt(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() == 1) return lead < 0x80 ? lead : -1;
  std::int64_t c = lead & (0xFF >> (bytes.size() + 1));
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    if ((bytes[i] & 0xC0) != 0x80) return -1;
    c = c * 64 + (bytes[i] & 0x3F);
  }
  if (c > 0x10FFFF) return -1;
  if (c >= 0xD800 && c <= 0xDFFF) return bytes.size() == 3 && lead == 0xED ? c : -1;
  return to_utf8(std::u32string(1, static_cast<char32_t>(c))) == bytes ? c : -1;
}

bool could_be_completed(std::string_view start, std::size_t length) {
  if (start.size() == length) {
    const std::int64_t c = spelt(start);
    return c >= 0 && (c < 0xD800 || c > 0xDFFF);
  }
  for (const char next : {'\x80', '\x8F', '\x90', '\x9F', '\xA0', '\xBF'}) {
    if (could_be_completed(std::string(start) + next, length)) return true;
  }
  return false;
}

std::vector<Cell> decode(std::string_view bytes, std::vector<std::size_t>& starts) {
  std::vector<Cell> cells;
  const auto add = [&](char32_t c, std::size_t& at, std::size_t length) {
    const auto index = static_cast<std::uint32_t>(cells.size());
    cells.push_back({std::u32string(1, c), index, index + 1});
    starts.push_back(at);
    at += length;
  };
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t found = 0;
    for (std::size_t length = 1; length <= 4 && at + length <= bytes.size(); ++length) {
      if (spelt(bytes.substr(at, length)) >= 0) found = length;
    }
    if (found != 0) {
      const std::int64_t c = spelt(bytes.substr(at, found));
      add(c >= 0xD800 && c <= 0xDFFF ? U'\uFFFD' : static_cast<char32_t>(c), at, found);
      continue;
    }
    std::size_t subpart = 1;
    for (std::size_t length = 2; length <= 3 && at + length <= bytes.size(); ++length) {
      const std::string_view start = bytes.substr(at, length);
      if (could_be_completed(start, 3) || could_be_completed(start, 4)) subpart = length;
    }
    add(U'\uFFFD', at, subpart);
  }
  starts.push_back(bytes.size());
  return cells;
}

std::vector<Cell> resolve(const std::vector<Cell>& cells, const std::vector<KnownReference>& references) {
  std::vector<Cell> out;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t length = 0;
    char32_t code_point = 0;
    for (const KnownReference& reference : references) {
      if (reference.spelling.size() <= length || i + reference.spelling.size() > cells.size()) continue;
      std::string here;
      for (std::size_t k = 0; k < reference.spelling.size(); ++k) here += to_utf8(cells[i + k].shown);
      if (here == reference.spelling) length = reference.spelling.size(), code_point = reference.code_point;
    }
    if (length == 0) {
      out.push_back(cells[i++]);
    } else {
      out.push_back({std::u32string(1, code_point), cells[i].start, cells[i + length - 1].end});
      i += length;
    }
  }
  return out;
}

std::vector<Cell> break_lines(const std::vector<Cell>& cells) {
  std::vector<Cell> out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const char32_t c = cells[i].shown[0];
    Cell cell = cells[i];
    if (c == U'\r' && i + 1 < cells.size() && cells[i + 1].shown == U"\n") cell.end = cells[++i].end;
    if (std::u32string_view(U"\r\v\f\u0085\u2028").find(c) != std::u32string_view::npos) cell.shown = U"\n";
    if (c == U'\u2029') cell.shown = U"\n\n";
    out.push_back(cell);
  }
  return out;
}

std::vector<Cell> drop_invisible(const std::vector<Cell>& cells) {
  std::vector<Cell> out;
  for (const Cell& cell : cells) {
    const auto c = static_cast<UChar32>(cell.shown[0]);
    Cell kept = cell;
    if (u_charType(c) == U_SPACE_SEPARATOR || c == '\t') kept.shown = U" ";
    const bool control = u_charType(c) == U_CONTROL_CHAR && c != '\n' && c != '\t';
    // Not every format character: some, such as U+0600, are to be seen.
    const bool ignorable = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || (c >= 0xFFF9 && c <= 0xFFFB);
    if (!control && !ignorable) out.push_back(kept);
  }
  return out;
}

std::u32string compose(const std::u32string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString in =
      icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<int32_t>(text.size()));
  const icu::UnicodeString out = icu::Normalizer2::getNFCInstance(status)->normalize(in, status);
  std::u32string result;
  for (int32_t i = 0; i < out.length(); i = out.moveIndex32(i, 1)) result += static_cast<char32_t>(out.char32At(i));
  return result;
}

// A base and the marks after it are one cell where composing changes them.
std::vector<Cell> compose(const std::vector<Cell>& cells) {
  std::vector<Cell> out;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i + 1;
    std::u32string segment = cells[i].shown;
    while (end < cells.size() && u_getCombiningClass(static_cast<UChar32>(cells[end].shown[0])) != 0) {
      segment += cells[end++].shown;
    }
    if (compose(segment) == segment) {
      out.insert(out.end(), cells.begin() + static_cast<std::ptrdiff_t>(i),
                 cells.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
      out.push_back({compose(segment), cells[i].start, cells[end - 1].end});
    }
    i = end;
  }
  return out;
}

std::string shown(const std::vector<Cell>& cells) {
  std::string view;
  for (const Cell& cell : cells) view += to_utf8(cell.shown);
  return view;
}

std::vector<Cell> settle_marks(const std::vector<Cell>& cells) {
  // Every character is offered as a possible mark, so that one which the stage forgets to offer shows up as a
  // difference.
  const std::string view = shown(cells);
  std::vector<std::uint32_t> places;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if ((view[i] & 0xC0) != 0x80 && view[i] != '\n') places.push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<Cell> out = cells;
  const std::vector<text::Edit> edits = text::settle_marks(view, places);
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    std::size_t first = 0;
    for (std::size_t byte = 0; byte < edit->begin; ++first) byte += to_utf8(out[first].shown).size();
    std::size_t last = first;
    for (std::size_t byte = edit->begin; byte < edit->end; ++last) byte += to_utf8(out[last].shown).size();
    out[first] = {std::u32string(1, edit->with), out[first].start, out[last - 1].end};
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(first) + 1, out.begin() + static_cast<std::ptrdiff_t>(last));
  }
  return out;
}

}  // namespace

NormalisedText normalise(std::string_view original, const std::vector<KnownReference>& references) {
  NormalisedText result;
  const std::vector<Cell> cells =
      settle_marks(compose(drop_invisible(break_lines(resolve(decode(original, result.byte), references)))));
  for (const Cell& cell : cells) {
    const std::string bytes = to_utf8(cell.shown);
    result.view += bytes;
    result.start.insert(result.start.end(), bytes.size(), cell.start);
    result.end.insert(result.end.end(), bytes.size(), cell.end);
  }
  return result;
}

}  // namespace pullquote::reference

#include "characters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "character_class.h"
#include "composition.h"
#include "references.h"
#include "utf8.h"

namespace pullquote::text {

namespace {

bool is_doubling(char c) { return c == '\'' || c == ',' || c == '<' || c == '>'; }

constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (unsigned c = 0; c < 256; ++c) stops[c] = (c < 0x20 && c != '\n') || c > 0x7E || c == '&' || c == '`';
  return stops;
}();

bool stops_at(const char* at, const char* end) {
  return kStops[static_cast<unsigned char>(*at)] || (is_doubling(*at) && at + 1 < end && at[0] == at[1]);
}

constexpr std::uint64_t each(unsigned char c) { return 0x0101010101010101u * c; }

// Not 0 if and only if one of the eight bytes is 0 (Alan Mycroft's test).
constexpr std::uint64_t has_zero(std::uint64_t x) { return (x - each(1)) & ~x & each(0x80); }
constexpr std::uint64_t has(std::uint64_t x, char c) { return has_zero(x ^ each(static_cast<unsigned char>(c))); }

std::uint64_t load(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// False only if none of the eight bytes at `at`, which a ninth follows, stops the run; nearly always so.
bool may_stop(const char* at) {
  const std::uint64_t x = load(at);
  const std::uint64_t controls = (x - each(0x20)) & ~x;
  const std::uint64_t beyond = x | (x + each(1));  // from 0x7F up; a carry out of a byte needs one of 0xFF
  if ((((controls | beyond) & each(0x80)) | has(x, '&') | has(x, '`')) != 0) return true;
  const std::uint64_t change = x ^ load(at + 1);
  if (has_zero(change) == 0) return false;
  // Something is doubled, most often a letter.
  const auto doubles = [&](char c) { return has_zero(change | (x ^ each(static_cast<unsigned char>(c)))); };
  return (doubles('\'') | doubles(',') | doubles('<') | doubles('>')) != 0;
}

// The first byte from `at` on that is not ASCII which goes into the view as it is.
const char* find_stop(const char* at, const char* end) {
  while (at < end) {
    if (end - at > 8 && !may_stop(at)) {
      at += 8;
      continue;
    }
    for (const char* const stop = at + std::min<std::ptrdiff_t>(8, end - at); at < stop; ++at) {
      if (stops_at(at, end)) return at;
    }
  }
  return at;
}

class Reader {
 public:
  explicit Reader(std::string_view original) : original_(original) { draft_.text.view.reserve(original.size()); }

  Draft read() {
    while (here_.byte < original_.size()) {
      plain_run();
      if (here_.byte < original_.size()) stop();
    }
    composer_.settle();
    draft_.text.close(here_);
    return std::move(draft_);
  }

 private:
  void advance(std::size_t bytes, std::size_t code_points) {
    here_.byte += static_cast<std::uint32_t>(bytes);
    here_.code_point += static_cast<std::uint32_t>(code_points);
  }

  void ascii(std::size_t length) {
    composer_.settle();
    // Two marks may be adjacent in the view only, with something invisible between them.
    const char first = original_[here_.byte];
    if (is_doubling(first) && !draft_.text.view.empty() && draft_.text.view.back() == first) mark();
    draft_.text.run(original_.substr(here_.byte, length), 1, 1, here_);
    advance(length, length);
  }

  void plain_run() {
    const char* begin = original_.data() + here_.byte;
    const auto length = static_cast<std::size_t>(find_stop(begin, original_.data() + original_.size()) - begin);
    if (length != 0) ascii(length);
  }

  void mark() { draft_.marks.push_back(draft_.text.end()); }

  void stop() {
    const char c = original_[here_.byte];
    if (c == '`' || is_doubling(c)) {
      composer_.settle();  // which may move the end of the view, where the mark is to stand
      mark();
      const std::size_t end = original_.find_first_not_of(c, here_.byte);
      ascii((end == std::string_view::npos ? original_.size() : end) - here_.byte);
    } else if (c == '&') {
      const Reference reference = read_reference(original_, here_.byte);
      if (reference.length == 0) return ascii(1);
      character(reference.code_point, reference.length, reference.length, false);
    } else {
      const Unit unit = read_unit(original_, here_.byte);
      character(unit.code_point, unit.length, 1, true);
    }
  }

  // One character of the original, however many bytes and code points spell it there.
  void character(char32_t c, std::size_t bytes, std::size_t code_points, bool single) {
    c = repair(c);
    const CharacterClass what = classify_character(c);
    if (what == CharacterClass::kInvisible) {
      draft_.text.nothing(here_);
    } else if (what == CharacterClass::kLineBreak && c == U'\r' && swallow_line_feed(bytes, code_points)) {
      return;
    } else {
      char utf8[4];
      std::string_view in_view = what == CharacterClass::kSpace       ? " "
                                 : what == CharacterClass::kLineBreak ? "\n"
                                 : what == CharacterClass::kParagraph ? "\n\n"
                                                                      : std::string_view(utf8, encode(c, utf8));
      // Before the place is taken: composing what is pending may move the end of the view.
      composer_.before(in_view[0] == ' ' || in_view[0] == '\n' ? U' ' : c);
      if (what == CharacterClass::kMark) mark();
      if (single && what != CharacterClass::kParagraph) {
        draft_.text.run(in_view, static_cast<std::uint8_t>(in_view.size()), static_cast<std::uint8_t>(bytes), here_);
      } else {
        draft_.text.piece(in_view, here_);
      }
    }
    advance(bytes, code_points);
  }

  // CRLF is one line break, also where either half is written as a reference.
  bool swallow_line_feed(std::size_t bytes, std::size_t code_points) {
    const std::size_t next = here_.byte + bytes;
    if (next >= original_.size()) return false;
    std::size_t more = 0;
    if (original_[next] == '\n') more = 1;
    if (original_[next] == '&') {
      const Reference reference = read_reference(original_, next);
      if (reference.code_point == U'\n') more = reference.length;
    }
    if (more == 0) return false;
    composer_.settle();
    draft_.text.piece("\n", here_);
    advance(bytes + more, code_points + more);
    return true;
  }

  std::string_view original_;
  Draft draft_;
  Composer composer_{draft_.text};
  Origin here_;
};

}  // namespace

Draft read_characters(std::string_view original) { return Reader(original).read(); }

}  // namespace pullquote::text

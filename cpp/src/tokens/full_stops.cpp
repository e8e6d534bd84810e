#include "full_stops.h"

#include "abbreviations.h"
#include "characters.h"
#include "word_set.h"

namespace pullquote::tokens {
namespace {

constexpr auto kDegrees = word_set("ph.d", "m.sc", "b.sc", "ed.d", "psy.d", "ll.b", "ll.m", "d.phil", "m.phil", "b.com",
                                   "b.tech", "m.tech", "pharm.d", "b.ed", "m.ed");
// Abbreviations that are written in lower case as well; "al" needs an "et" before it.
constexpr auto kLowerAbbreviations =
    word_set("etc", "inc", "corp", "ltd", "co", "dept", "govt", "jr", "sr", "ave", "blvd", "tsp", "tbsp", "lb", "lbs",
             "oz", "hr", "hrs", "mins", "secs", "yrs", "mph", "eds", "assn", "univ", "sq");

class FullStop {
 public:
  FullStop(std::string_view view, std::size_t begin, const Token* previous)
      : view_(view), at_(begin), previous_(previous) {}

  std::size_t owned_until(std::size_t end) const {
    if (byte(end + 1) == '.') return end;
    const std::string_view word = view_.substr(at_, end - at_);
    const Char first = char_at(view_, at_);
    if (word.size() <= 5 && is_alpha(kind(end + 1))) {
      const std::size_t degree = word_end(view_, end + 1);
      if (degree - at_ <= 8 && kDegrees.contains(view_.substr(at_, degree - at_))) {
        return byte(degree) == '.' ? degree + 1 : degree;
      }
    }
    if (first.length == word.size()) return initial_end(end, first);
    if (word.size() > 8) return end;
    const bool upper = first.kind == CharClass::kUpper;
    switch (abbreviation(word)) {
      case Abbreviation::kNone:
        return end;
      case Abbreviation::kTitle:
      case Abbreviation::kInner:
        return end + 1;
      case Abbreviation::kNumber:
        return following(end).digit ? end + 1 : end;
      case Abbreviation::kMayEnd:
        if (upper || kLowerAbbreviations.contains(word)) return end + 1;
        return word == "al" && previous_ != nullptr &&
                       equals_ignoring_case(view_.substr(previous_->begin, previous_->end - previous_->begin), "et")
                   ? end + 1
                   : end;
      case Abbreviation::kAmbiguous: {
        const Following next = following(end);
        return upper && (next.comma || next.lower || next.digit) ? end + 1 : end;
      }
    }
    return end;
  }

 private:
  char byte(std::size_t at) const { return at < view_.size() ? view_[at] : '\n'; }
  CharClass kind(std::size_t at) const { return char_at(view_, at).kind; }

  // What follows a full stop at `stop`.
  struct Following {
    bool end = false;     // of the line
    bool spaced = false;  // white space stands between
    bool upper = false;   // a capital follows
    bool lower = false;
    bool digit = false;
    bool comma = false;
    bool starter = false;  // a word that opens sentences follows
  };
  Following following(std::size_t stop) const {
    Following result;
    std::size_t at = stop + 1;
    if (byte(at) == ' ') {
      result.spaced = true;
      ++at;
    }
    const Char c = char_at(view_, at);
    result.end = c.kind == CharClass::kNewline;
    result.upper = c.kind == CharClass::kUpper;
    result.lower = c.kind == CharClass::kLower;
    result.digit = c.kind == CharClass::kDigit;
    result.comma = c.code_point == U',' || c.code_point == U';' || c.code_point == U':';
    if (result.upper) {
      std::size_t end = at;
      while (end < at + 16 && (is_ascii_lower(byte(end)) || is_ascii_upper(byte(end)) || byte(end) == '\'')) ++end;
      result.starter = is_sentence_starter(view_.substr(at, end - at));
    }
    return result;
  }

  // "J." of a name, "U.S.", "a.m.", "J.K." before "Rowling".
  std::size_t initial_end(std::size_t end, const Char& letter) const {
    std::size_t at = end;
    int letters = 1;
    while (byte(at) == '.') {
      const Char next = char_at(view_, at + 1);
      if (!is_alpha(next.kind) || is_alnum(kind(at + 1 + next.length))) break;
      at += 1 + next.length;
      ++letters;
    }
    if (letters > 1) return byte(at) == '.' && byte(at + 1) != '.' ? at + 1 : at;

    const Following next = following(end);
    if (letter.kind != CharClass::kUpper) {
      const std::string_view word = view_.substr(at_, end - at_);
      const bool versus = word == "v" && next.spaced && next.upper;
      return versus || (abbreviation(word) == Abbreviation::kNumber && next.digit) ? end + 1 : end;
    }
    if (next.end || next.digit) return end;
    if (next.comma) return end + 1;
    if (!next.spaced) return next.upper ? end + 1 : end;
    if (next.starter) return end;
    const bool pronoun = view_[at_] == 'I' && previous_ != nullptr && !previous_->upper;
    return (next.upper || next.lower) && !pronoun ? end + 1 : end;
  }

  std::string_view view_;
  std::size_t at_;
  const Token* previous_;
};

}  // namespace

std::size_t word_end(std::string_view view, std::size_t at) {
  const std::size_t begin = at;
  while (true) {
    const Char c = char_at(view, at);
    if (is_alnum(c.kind)) {
      at += c.length;
    } else if (c.code_point == U'\'' && at > begin && is_alpha(char_at(view, at + 1).kind) &&
               !is_ascii_digit(view[at - 1])) {
      ++at;
    } else if (c.code_point == U'_' && at > begin && is_alnum(char_at(view, at + 1).kind)) {
      ++at;
    } else if (c.code_point == U'&' && at > begin && is_ascii_upper(view[at - 1]) &&
               is_ascii_upper(at + 1 < view.size() ? view[at + 1] : '\n')) {
      ++at;
    } else {
      return at;
    }
  }
}

std::size_t abbreviation_end(std::string_view view, std::size_t begin, std::size_t end, const Token* previous) {
  return FullStop(view, begin, previous).owned_until(end);
}

}  // namespace pullquote::tokens

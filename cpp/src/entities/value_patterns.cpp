#include "value_patterns.h"

#include <string_view>

#include "text/unicode.h"

namespace pullquote::entities {

namespace {

using features::kCurrency;
using features::kFunction;
using features::kMagnitude;
using features::kMonth;
using features::kNumberWord;
using features::kWeekday;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t leading_digits(std::string_view word) {
  std::size_t n = 0;
  while (n < word.size() && is_ascii_digit(word[n])) ++n;
  return n;
}

bool all_of(std::string_view word, std::string_view allowed) {
  return word.find_first_not_of(allowed) == std::string_view::npos;
}

class ValueFinder {
 public:
  explicit ValueFinder(const Article& article) : a_(article) {}

  std::vector<Guess> find() {
    for (const auto& sentence : a_.text.sentences) {
      end_ = sentence.tokens.last;
      first_ = sentence.tokens.first;
      if (a_.has(first_, kSkipped)) continue;
      for (auto i = first_; i < end_;) {
        auto next = money(i);
        if (next == i) next = date(i);
        i = next == i ? i + 1 : next;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t i) const {
    return i < end_ ? a_.words.lower(i) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, std::uint64_t classes) const { return i < end_ && a_.words.is(i, classes); }
  [[nodiscard]] bool is_char(std::uint32_t i, char c) const { return i < end_ && a_.is_char(i, c); }
  [[nodiscard]] bool starts_with_digit(std::uint32_t i) const {
    return i < end_ && is_ascii_digit(a_.text.word(i).front());
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, Label label) {
    found_.push_back({{first, last}, label});
    return last;
  }

  // "5", "22nd": a day of the month.
  [[nodiscard]] bool is_day(std::uint32_t i) const {
    const auto word = lower(i);
    const auto n = leading_digits(word);
    if (n == 0 || n > 2) return false;
    const int value = n == 1 ? word[0] - '0' : (word[0] - '0') * 10 + (word[1] - '0');
    const auto rest = word.substr(n);
    return value >= 1 && value <= 31 && (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th");
  }

  // "2017", "1980s", "2021-22", "2021/2022".
  [[nodiscard]] bool is_year(std::uint32_t i) const {
    auto word = lower(i);
    if (leading_digits(word) != 4) return false;
    const auto head = word.substr(0, 2);
    if (head != "20" && head != "19" && head != "18" && head != "17") return false;
    word.remove_prefix(4);
    if (word.empty() || word == "s" || word == "'s") return true;
    if (word.starts_with("–"))
      word.remove_prefix(std::string_view("–").size() - 1);
    else if (word.front() != '-' && word.front() != '/')
      return false;
    const auto n = leading_digits(word.substr(1));
    return (n == 2 || n == 4) && n + 1 == word.size();
  }

  // "27.08.2022", "4/6/2022", "2022-07-25".
  [[nodiscard]] bool is_numeric_date(std::uint32_t i) const {
    const auto word = lower(i);
    if (word.size() < 6 || word.size() > 10 || !all_of(word, "0123456789./-")) return false;
    const auto first = word.find_first_of("./-");
    if (first == std::string_view::npos || (first > 2 && first != 4)) return false;
    const auto second = word.find(word[first], first + 1);
    if (second == std::string_view::npos || second - first < 2 || second - first > 3) return false;
    const auto tail = word.size() - second - 1;
    return word.find_first_of("./-", second + 1) == std::string_view::npos && (tail == 4 || tail == 2 || first == 4) &&
           (tail == 4 || first == 4 || word[first] == '/');
  }

  // A comma and a year, or the year alone, after a day or a month; the end of the date with it.
  [[nodiscard]] std::uint32_t with_year(std::uint32_t i) const {
    if (is_year(i) && lower(i).size() == 4) return i + 1;
    if (is_char(i, ',') && is_year(i + 1) && lower(i + 1).size() == 4) return i + 2;
    return i;
  }

  // "Jan. 4", "August 2017", "July 25, 2022": the end of a date that starts with the month at `i`; `i` where none does.
  [[nodiscard]] std::uint32_t from_month(std::uint32_t i) const {
    if (!is(i, kMonth) || !a_.token(i).upper) return i;
    auto next = i + 1;
    if (is_day(next)) {
      ++next;
      if (is_char(next, '-') && is_day(next + 1)) next += 2;
      return with_year(next);
    }
    next = with_year(next);
    if (next > i + 1) return next;
    return is_plain_month(i) ? i + 1 : i;
  }

  // "May" and "March" alone are months only where the words before say so.
  [[nodiscard]] bool is_plain_month(std::uint32_t i) const {
    const auto word = lower(i);
    if (word.size() < 5 && word != "may" && word != "june" && word != "july") return false;
    if (word != "may" && word != "march" && word != "august" && word != "april" && word != "june") return true;
    const auto before = i > first_ ? lower(i - 1) : std::string_view();
    for (const std::string_view cue :
         {"in",  "since", "until", "till", "by",     "last", "this",   "next",  "from",    "to",    "early",  "late",
          "mid", "of",    "and",   "on",   "during", "for",  "before", "after", "between", "every", "through"}) {
      if (before == cue) return true;
    }
    // As a surname or a first name it stands beside another one.
    return word != "may" && word != "march" && !a_.has(i, kInitial) && !a_.is_capitalised(i - 1) &&
           !(i + 1 < end_ && a_.is_capitalised(i + 1));
  }

  // "4 January 2019", "25th of July", "the 22nd July, 2022".
  [[nodiscard]] std::uint32_t from_day(std::uint32_t i) const {
    if (!is_day(i)) return i;
    const auto month = lower(i + 1) == "of" ? i + 2 : i + 1;
    if (!is(month, kMonth) || !a_.token(month).upper) return i;
    return with_year(month + 1);
  }

  std::uint32_t date(std::uint32_t i) {
    if (is(i, kWeekday) && a_.token(i).upper && lower(i).size() > 5) {
      auto next = i + 1;
      if (is_char(next, ',')) ++next;
      if (lower(next) == "the") ++next;
      auto last = from_month(next);
      if (last == next) last = from_day(next);
      return add(i, last > next ? last : i + 1, Label::kDate);
    }
    if (const auto last = from_month(i); last > i) return add(i, last, Label::kDate);
    if (const auto last = from_day(i); last > i) return add(i, last, Label::kDate);
    if (is_numeric_date(i)) return add(i, i + 1, Label::kDate);
    if (is_year(i) && !counts_things(i)) return add(i, i + 1, Label::kDate);
    return i;
  }

  // "2,000 people" is written with its comma by most, but not by all.
  [[nodiscard]] bool counts_things(std::uint32_t i) const {
    if (lower(i).size() != 4) return false;
    const auto before = i > first_ ? lower(i - 1) : std::string_view();
    for (const std::string_view cue :
         {"about", "around", "nearly", "almost", "some", "over", "than", "to", "least", "no", "no."}) {
      if (before == cue && cue != "to") return true;
    }
    if (i + 1 >= end_ || !a_.is_word(i + 1) || a_.token(i + 1).upper || is(i + 1, kFunction))
      return is_char(i + 1, '%');
    for (const std::string_view cue : {"in", "since", "by", "until", "the", "of", "for", "its", "his", "her", "their",
                                       "early", "late", "mid", "from"}) {
      if (before == cue) return false;
    }
    return before != "a" || lower(i + 1).ends_with("s");
  }

  [[nodiscard]] bool is_currency_sign(std::uint32_t i) const {
    if (i >= end_) return false;
    const auto word = a_.text.word(i);
    // "US$", "HK$" and "R$" may be one token or two; what matters is the sign at the end.
    if (word.ends_with('$') && word.size() <= 4) return true;
    if (static_cast<unsigned char>(word.front()) < 0x80) return false;
    const auto first = text::decode(word, 0);
    return first.length == word.size() && text::is_currency(first.code_point);
  }

  // "HK" before "$": 1 where it belongs to the sum.
  [[nodiscard]] std::uint32_t has_country_letters(std::uint32_t i) const {
    if (i == first_ || a_.token(i).space_before || !a_.is_char(i, '$') || lower(i - 1).size() > 3) return 0;
    return a_.token(i - 1).upper && lower(i - 1) != "us" && (found_.empty() || found_.back().tokens.last < i) ? 1 : 0;
  }

  // "million", and any number of them ("hundred million").
  [[nodiscard]] std::uint32_t with_magnitude(std::uint32_t i) const {
    for (int n = 0; n < 3; ++n) {
      const auto at = is_char(i, '-') ? i + 1 : i;
      if (!is(at, kMagnitude)) break;
      i = at + 1;
    }
    return i;
  }

  // "5", "1.2-1.4", "9 to 85": the end of the number at `i`.
  [[nodiscard]] std::uint32_t number(std::uint32_t i) const {
    if (!starts_with_digit(i) || lower(i).size() > 24) return i;
    auto next = i + 1;
    if (is_char(next, '-') && starts_with_digit(next + 1)) next += 2;
    return with_magnitude(next);
  }

  [[nodiscard]] bool is_currency_code(std::uint32_t i) const {
    const auto word = lower(i);
    return is(i, kCurrency) && a_.token(i).upper &&
           (a_.token(i).all_upper || word == "rs" || word == "rs." || word == "ksh" || word == "dh");
  }

  std::uint32_t money(std::uint32_t i) {
    if (is_currency_sign(i)) {
      auto next = number(i + 1);
      if (next == i + 1) return i;
      if (is(next, kCurrency) && lower(next).size() > 3) ++next;
      return add(i - has_country_letters(i), next, Label::kMoney);
    }
    if (is_currency_code(i)) {
      if (const auto next = number(i + 1); next > i + 1) return add(i, next, Label::kMoney);
    }
    auto next = number(i);
    if (next == i && (is(i, kNumberWord) || is(i, kMagnitude)) && a_.is_word(i)) {
      next = with_magnitude(i + 1);
      if (lower(next) == "of") next = with_magnitude(next + 1);
      if (lower(next) == "of") ++next;
    }
    if (next == i) return i;
    // "10,000 US dollars", "150,000 Egyptian pounds"
    for (int skipped = 0; skipped < 3 && next < end_; ++skipped, ++next) {
      if (is(next, kCurrency) && lower(next).size() > 2 &&
          !(lower(next) == "real" || lower(next) == "won" || lower(next) == "sol")) {
        return add(i, next + 1, Label::kMoney);
      }
      if (!a_.is_capitalised(next)) break;
    }
    return i;
  }

  const Article& a_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
  std::vector<Guess> found_;
};

}  // namespace

std::vector<Guess> find_values(const Article& article) { return ValueFinder(article).find(); }

}  // namespace pullquote::entities

#include "amounts.h"

#include <array>
#include <charconv>

#include "words_of_time.h"

namespace pullquote::values {

namespace {

constexpr std::size_t kMostDigits = 24;
constexpr int kMostZeros = 30;

struct Magnitude {
  std::string_view word;
  int zeros;
};
constexpr auto kMagnitudes = std::to_array<Magnitude>(
    {{"hundred", 2},   {"thousand", 3}, {"k", 3},   {"lakh", 5},  {"lac", 5},  {"million", 6},  {"m", 6},
     {"mn", 6},        {"mln", 6},      {"mil", 6}, {"mill", 6},  {"mio", 6},  {"crore", 7},    {"cr", 7},
     {"billion", 9},   {"b", 9},        {"bil", 9}, {"bn", 9},    {"bln", 9},  {"milliard", 9}, {"arab", 9},
     {"trillion", 12}, {"t", 12},       {"tn", 12}, {"tril", 12}, {"trn", 12}, {"trln", 12},    {"quadrillion", 15}});

// The separators of "1,000,000" and "1 000 000", which are followed by three digits each (two in "1,00,000").
class DigitReader {
 public:
  DigitReader(const Lexemes& lexemes, std::size_t at, std::size_t last) : lexemes_(lexemes), at_(at), last_(last) {}

  std::optional<std::string> read() {
    std::string digits;
    if (is_joined_sign(at_, ".") && lexemes_.is_number(at_ + 1)) {  // ".5"
      digits = "0." + std::string(lexemes_.text(at_ + 1));
      at_ += 2;
      return fits(digits);
    }
    if (!is_number(at_)) return std::nullopt;
    digits = lexemes_.text(at_);
    std::size_t group = digits.size();
    ++at_;
    while (group <= 3 && is_group()) {
      at_ += lexemes_.is_number(at_) ? 0 : 1;
      group = lexemes_.text(at_).size();
      digits += lexemes_.text(at_++);
    }
    if (is_decimal()) {
      digits += "." + std::string(lexemes_.text(at_ + 1));
      at_ += 2;
    }
    return fits(digits);
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  static std::optional<std::string> fits(std::string digits) {
    return digits.size() <= kMostDigits ? std::optional(std::move(digits)) : std::nullopt;
  }
  [[nodiscard]] bool is_number(std::size_t i) const { return i < last_ && lexemes_.is_number(i); }
  [[nodiscard]] bool is_joined_sign(std::size_t i, std::string_view sign) const {
    return i + 1 < last_ && lexemes_.is(i, sign) && !lexemes_.space_before(i + 1);
  }
  [[nodiscard]] bool is_group() const {
    if (is_number(at_)) return lexemes_.space_before(at_) && lexemes_.text(at_).size() == 3;
    if (!is_number(at_ + 1) || lexemes_.space_before(at_)) return false;
    const auto size = lexemes_.text(at_ + 1).size();
    if (is_joined_sign(at_, ",") || is_joined_sign(at_, "'")) {
      return size == 3 || (size == 2 && is_joined_sign(at_ + 2, ",") && is_number(at_ + 3));
    }
    // Dots are taken for separators only where there are two of them: "1.000.000".
    return is_joined_sign(at_, ".") && size == 3 &&
           ((is_joined_sign(at_ + 2, ".") && is_number(at_ + 3) && lexemes_.text(at_ + 3).size() == 3) ||
            (at_ >= 2 && lexemes_.is(at_ - 2, ".") && lexemes_.text(at_ - 1).size() == 3));
  }
  // "9.5", and "9,5" as it is written where the comma is the decimal mark.
  [[nodiscard]] bool is_decimal() const {
    return is_number(at_ + 1) && !lexemes_.space_before(at_) && (is_joined_sign(at_, ".") || is_joined_sign(at_, ","));
  }

  const Lexemes& lexemes_;
  std::size_t at_;
  std::size_t last_;
};

// "two", "twenty-five", "a hundred and fifty": below a thousand, in words.
std::optional<int> small_number(const Lexemes& lexemes, std::size_t& at, std::size_t last) {
  int total = 0;
  bool any = false;
  for (auto i = at; i < last;) {
    const auto word = lexemes.text(i);
    const int value = number_named(word);
    if (value > 0 && (total % 100 == 0 || (total % 10 == 0 && value < 10 && total % 100 >= 20))) {
      total += value;
      any = true;
      at = ++i;
    } else if (word == "hundred" && any && total < 100) {
      total *= 100;
      at = ++i;
    } else if (any && i + 1 < last && (word == "-" || (word == "and" && total >= 100)) &&
               number_named(lexemes.text(i + 1)) > 0 && lexemes.text(i + 1) != "a") {
      ++i;
    } else {
      break;
    }
  }
  return any ? std::optional(total) : std::nullopt;
}

}  // namespace

int zeros_of(std::string_view word) {
  for (const auto form : {word, word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word}) {
    for (const auto& magnitude : kMagnitudes) {
      if (magnitude.word == form) return magnitude.zeros;
    }
  }
  return 0;
}

std::optional<double> Amount::value() const {
  const auto text = digits + "e" + std::to_string(zeros);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t& at, std::size_t last) {
  Amount amount;
  auto next = at;
  if (lexemes.is(next, "half") && next < last) {
    ++next;
    if (lexemes.is(next, "a") || lexemes.is(next, "-")) ++next;
    amount.digits = "0.5";
    if (zeros_of(next < last ? lexemes.text(next) : "") == 0) amount.digits.clear();
  } else if (DigitReader digits(lexemes, next, last); const auto read = digits.read()) {
    amount.digits = *read;
    next = digits.at();
  } else if (const auto words = small_number(lexemes, next, last)) {
    amount.digits = std::to_string(*words);
    // "two and a half million"
    if (next + 3 < last && lexemes.is(next, "and") && lexemes.is(next + 1, "a") && lexemes.is(next + 2, "half")) {
      amount.digits += ".5";
      next += 3;
    }
  }
  if (amount.digits.empty()) return std::nullopt;
  if (lexemes.is(next, "-") && next + 1 < last && lexemes.is(next + 1, "plus")) next += 2;
  // "120-million", "5 hundred thousand"; one letter only where it stands at the number ("5m").
  while (next < last && amount.zeros < kMostZeros) {
    const auto word_at = lexemes.is(next, "-") && next + 1 < last ? next + 1 : next;
    const auto word = lexemes.text(word_at);
    const int zeros = zeros_of(word);
    if (zeros == 0 || (word.size() == 1 && lexemes.space_before(word_at))) break;
    amount.zeros += zeros;
    amount.magnitude = true;
    next = word_at + 1;
  }
  at = next;
  return amount;
}

}  // namespace pullquote::values

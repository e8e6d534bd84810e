#include "money.h"

#include <algorithm>

#include "amounts.h"
#include "features/word_list.h"

// One pass over the mention: amounts are read where they stand, and whatever names a currency is kept: a sign or code
// ("US$", "Rs", "€", "NGN"), or a unit with or without its country ("dollars", "Egyptian pounds", "HK dollars").

namespace pullquote::values {

namespace {

constexpr std::size_t kLongestSign = 4;     // lexemes of "r", "$"; "u", ".", "s", ".", "$" is read as a country
constexpr std::size_t kLongestCountry = 6;  // lexemes before a unit: "united arab emirates dirhams"
constexpr std::size_t kMostAmounts = 3;

class MoneyReader {
 public:
  MoneyReader(const Lexemes& lexemes, const Facts& facts, const std::vector<Weighed>& countries)
      : lexemes_(lexemes), facts_(facts), countries_(countries) {}

  std::optional<MoneyValue> read() {
    auto at = lexemes_.first();
    const auto last = lexemes_.last();
    // "HK" of "HK$5" may stand outside of what the mention finder took.
    if (at > 0 && at < last && !lexemes_.space_before(at) && lexemes_.is_word(at - 1) && !lexemes_.is_word(at)) --at;
    while (at < last) {
      // Units first: "A$" begins with what would be an amount of one.
      if (read_unit(at, last)) continue;
      auto amount = amounts_.size() < kMostAmounts ? read_amount(lexemes_, at, last) : std::nullopt;
      if (!amount) {
        ++at;
        continue;
      }
      amounts_.push_back(std::move(*amount));
      ends_.push_back(at);
    }
    MoneyValue value;
    value.currency = currency();
    take_amounts(value);
    if (!value.low && value.currency.empty()) return std::nullopt;
    return value;
  }

 private:
  // The longest stretch of lexemes without a space between them that is a sign, code or unit; else one with spaces ("US
  // $").
  bool read_unit(std::size_t& at, std::size_t last) {
    if (has_unit_) return false;
    for (auto end = std::min(last, at + kLongestSign); end > at; --end) {
      const auto form = lexemes_.slice(at, end);
      if (!facts_.currencies.unit(form)) continue;
      if (form.size() == 1 && lexemes_.is_word(at) && !is_at_number(at)) continue;
      has_unit_ = true;
      unit_ = form;
      unit_at_ = at;
      at = end;
      return true;
    }
    return false;
  }

  // A unit of one letter stands at its number: "R99", "5p".
  [[nodiscard]] bool is_at_number(std::size_t at) const {
    return (lexemes_.is_number(at + 1) && !lexemes_.space_before(at + 1)) ||
           (at > 0 && lexemes_.is_number(at - 1) && !lexemes_.space_before(at));
  }

  // The country that stands before the unit: "Egyptian pounds", "U.S. dollars", "HK dollars".
  [[nodiscard]] std::string named_country() const {
    const auto least = unit_at_ - std::min(unit_at_, kLongestCountry);
    for (auto from = least; from < unit_at_; ++from) {
      const auto words = lexemes_.slice(from, unit_at_);
      if (const auto place = facts_.places.find(features::usual_country(words))) return place->country;
      if (from + 1 == unit_at_ && lexemes_.is(from, "hk")) return "HK";
      if (from + 1 == unit_at_ && lexemes_.is(from, "aussie")) return "AU";
    }
    return {};
  }

  [[nodiscard]] std::string currency() const {
    if (!has_unit_) return {};
    const auto unit = facts_.currencies.unit(unit_);
    if (const auto country = named_country(); !country.empty()) {
      if (auto code = facts_.currencies.of_country(country, unit_); !code.empty()) return code;
      return {};
    }
    if (!unit->currency.empty()) {
      // "dollar" means the American one unless the article is about another country that has dollars.
      if (!countries_.empty()) {
        if (auto code = facts_.currencies.of_country(countries_.front().country, unit_); !code.empty()) return code;
      }
      return unit->currency;
    }
    for (const auto& [country, weight] : countries_) {
      if (auto code = facts_.currencies.of_country(country, unit_); !code.empty()) return code;
    }
    return {};
  }

  // One amount, or a range; "$5-10 million" says its magnitude once.
  void take_amounts(MoneyValue& value) {
    if (amounts_.empty()) return;
    auto low = amounts_.front();
    auto high = low;
    if (amounts_.size() > 1 && is_range()) {
      high = amounts_[1];
      if (!low.magnitude) low.zeros = high.zeros;
      const auto lowest = low.value();
      const auto highest = high.value();
      // "$500-1 million" says both in full.
      if (lowest && highest && *lowest > *highest) low.zeros = amounts_.front().zeros;
    }
    if (const auto unit = has_unit_ ? facts_.currencies.unit(unit_) : std::nullopt; unit && unit->hundredth) {
      low.zeros -= 2;
      high.zeros -= 2;
    }
    value.low = low.value();
    value.high = high.value();
    if (!value.low || !value.high || *value.low > *value.high) value.high = value.low;
  }

  // Between the two amounts stands what joins the ends of a range.
  [[nodiscard]] bool is_range() const {
    for (auto i = ends_[0]; i < lexemes_.last() && i < ends_[0] + 4; ++i) {
      if (lexemes_.is(i, "-") || lexemes_.is(i, "to")) return true;
      if (lexemes_.is(i, "and")) return lexemes_.is(lexemes_.first(), "between");
      if (lexemes_.is_number(i)) return false;
    }
    return false;
  }

  const Lexemes& lexemes_;
  const Facts& facts_;
  const std::vector<Weighed>& countries_;
  std::vector<Amount> amounts_;
  std::vector<std::size_t> ends_;  // of the amounts
  bool has_unit_ = false;
  std::string_view unit_;
  std::size_t unit_at_ = 0;
};

}  // namespace

std::optional<MoneyValue> read_money(const Lexemes& lexemes, const Facts& facts,
                                     const std::vector<Weighed>& countries) {
  return MoneyReader(lexemes, facts, countries).read();
}

}  // namespace pullquote::values

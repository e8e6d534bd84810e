#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/flag_table.h"

// Which currency a word or a sign can mean, and which one a country uses. A table of the model holds codes of ISO 4217
// packed into flags, under keys of three forms:
//   "peso"        a unit: the currency that the word means by itself, if any ("yen", "us$"; "dollar" means USD)
//   "peso MXN"    the word is a unit of that currency
//   "@MX"         the currency of a country

namespace pullquote::values {

struct Unit {
  std::string currency;    // by itself; empty where only a country can tell
  bool hundredth = false;  // "cent"
  friend bool operator==(const Unit&, const Unit&) = default;
};

class Currencies {
 public:
  Currencies() = default;
  explicit Currencies(model::FlagTable table) : table_(table) {}
  /// By the lower-cased word, in the singular or the plural, or sign.
  [[nodiscard]] std::optional<Unit> unit(std::string_view lower) const;
  /// The currency of a country (alpha-2) where the unit is one of that currency; empty where not.
  [[nodiscard]] std::string of_country(std::string_view country, std::string_view lower) const;

 private:
  [[nodiscard]] std::string_view known_form(std::string_view lower) const;
  model::FlagTable table_;
};

inline constexpr std::uint32_t kIsUnit = 1u << 31;
inline constexpr std::uint32_t kIsHundredth = 1u << 30;

/// The flags of a code of three capital letters.
[[nodiscard]] std::uint32_t pack_currency(std::string_view code);

}  // namespace pullquote::values

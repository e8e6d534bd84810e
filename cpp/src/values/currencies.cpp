#include "values/currencies.h"

#include "letters.h"

namespace pullquote::values {

namespace {

constexpr unsigned kCodeSize = 3;
constexpr std::uint32_t kHasCode = 1u << 29;

std::string code_of(std::uint32_t flags) {
  return (flags & kHasCode) == 0 ? std::string() : unpack_letters(flags & ((1u << 15) - 1), kCodeSize);
}

}  // namespace

std::uint32_t pack_currency(std::string_view code) { return pack_letters(code) | kHasCode; }

// "dollars" is looked up as it stands, then as "dollar".
std::string_view Currencies::known_form(std::string_view lower) const {
  if ((table_.find(lower) & kIsUnit) != 0) return lower;
  if (lower.size() > 3 && lower.ends_with('s')) {
    const auto singular = lower.substr(0, lower.size() - 1);
    if ((table_.find(singular) & kIsUnit) != 0) return singular;
  }
  return {};
}

std::optional<Unit> Currencies::unit(std::string_view lower) const {
  const auto form = known_form(lower);
  if (form.empty()) return std::nullopt;
  const auto flags = table_.find(form);
  return Unit{code_of(flags), (flags & kIsHundredth) != 0};
}

std::string Currencies::of_country(std::string_view country, std::string_view lower) const {
  const auto form = known_form(lower);
  if (form.empty()) return {};
  std::string key = "@";
  auto code = code_of(table_.find(key += country));
  if (code.empty()) return {};
  key.assign(form).append(" ").append(code);
  return (table_.find(key) & kIsUnit) != 0 ? code : std::string();
}

}  // namespace pullquote::values

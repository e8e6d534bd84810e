#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lexemes.h"
#include "values/values.h"

namespace pullquote::values {

/// A country of the article and its weight in it.
struct Weighed {
  std::string country;
  double weight = 0;
};

/// The sum that a mention names, or nothing where neither an amount nor a currency can be read. `countries` are those
/// of the article, the weightiest first: they decide whose pesos are meant.
[[nodiscard]] std::optional<MoneyValue> read_money(const Lexemes& lexemes, const Facts& facts,
                                                   const std::vector<Weighed>& countries);

}  // namespace pullquote::values

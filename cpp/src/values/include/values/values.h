#pragma once

#include <optional>
#include <span>
#include <vector>

#include "entities/entities.h"
#include "pullquote/extractor.h"
#include "values/currencies.h"
#include "values/places.h"

// What dates, sums of money and names of countries stand for. The entities stage has decided what is a date or a sum
// and where it begins and ends; this one reads it, together with the few words around it that change its meaning ("last
// May", "will meet on Friday"), and asks the rest of the article what the words leave open.

namespace pullquote::values {

/// What the model knows of the world.
struct Facts {
  Places places;
  Currencies currencies;
};

/// The value of each entity, in their order; nothing where it has none or it cannot be read. An entity with several
/// mentions takes that of the first which settles it. `salience` is that of each entity. Days are counted from
/// `published`, else from a full date in the dateline or byline. Linear in the text.
[[nodiscard]] std::vector<std::optional<Value>> find(const tokens::TokenizedText& text, const entities::Linked& linked,
                                                     std::span<const float> salience, const Facts& facts,
                                                     const std::optional<Date>& published);

}  // namespace pullquote::values

#pragma once

#include "attribution.h"
#include "quotes/model.h"

namespace pullquote::quotes {

/// Adds the attributions that the models find, surest first where they are at odds; content that is accounted for
/// already is left alone.
void attribute_as_learned(const Article& article, const Model& model, Attributions& found);

}  // namespace pullquote::quotes

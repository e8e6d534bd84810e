#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "annotated_articles.h"
#include "attribution_data.h"

// A model of a user's own: what a base model holds of words, syntax and the world, with mentions learned from the
// user's articles in place of its own, and attributions that start from its own or take their place.

namespace pullquote::train {

struct OwnModel {
  std::filesystem::path base, out;
  std::vector<AnnotatedArticle> annotated;  // mentions are learned from these; the base's are kept where there are none
  std::vector<MarkedArticle> attributed;    // likewise of attributions, which come after the mentions of the new model
  bool adapt = true;                        // whether attributions start from what the base has learned of them
  std::function<void(const std::string&)> tell;  // takes a line on how far training has come
  std::function<void()> pause;                   // called now and then; what it throws ends the training
};

/// Writes the model and returns the size of its file. The same articles in the same order and the same base give the
/// same bytes. Where it throws, there is no file, or the one that was there.
std::size_t train_own_model(OwnModel own);

}  // namespace pullquote::train

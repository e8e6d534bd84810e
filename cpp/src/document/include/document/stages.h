#pragma once

#include <array>
#include <string_view>

#include "entities/knowledge.h"
#include "model/model_file.h"
#include "pullquote/extractor.h"
#include "quotes/quotes.h"
#include "syntax/syntax.h"
#include "values/values.h"

// The way through, for the extractor and for those who measure it.

namespace pullquote::document {

enum class Stage { kText, kTokens, kWords, kSyntax, kGazetteer, kEntities, kQuotes, kValues, kDocument };

inline constexpr std::array<std::string_view, 9> kStageNames = {"text",     "tokens", "words",  "syntax",  "gazetteer",
                                                                "entities", "quotes", "values", "document"};

/// What the stages take of a model file.
struct Models {
  explicit Models(model::ModelFile from);

  model::ModelFile file;
  entities::Knowledge knowledge;
  syntax::Syntax syntax;
  quotes::Model quotes;
  values::Facts facts;
};

/// Is told when a stage has ended, which is when the next one begins.
class Observer {
 public:
  virtual void ended(Stage stage) = 0;

 protected:
  ~Observer() = default;
};

/// The stages in their order. Without quotes, theirs neither runs nor is told of.
[[nodiscard]] Document run(const Models& models, std::string_view utf8, const Options& options,
                           Observer* observer = nullptr);

}  // namespace pullquote::document

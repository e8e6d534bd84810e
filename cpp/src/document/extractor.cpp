#include "pullquote/extractor.h"

#include <memory>
#include <utility>

#include "document/stages.h"

namespace pullquote {

struct Extractor::Impl {
  explicit Impl(model::ModelFile file) : models(std::move(file)) {}

  document::Models models;
};

Extractor Extractor::open(const std::filesystem::path& model) {
  return Extractor(std::make_shared<const Impl>(model::ModelFile::open(model)));
}

Document Extractor::extract(std::string_view utf8, const Options& options) const {
  return document::run(impl_->models, utf8, options);
}

}  // namespace pullquote

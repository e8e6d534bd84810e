#include <pybind11/stl.h>

#include <atomic>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "article.h"
#include "errors.h"

namespace pullquote::python {

namespace {

/// Tells the batches that share it to stop before their next article.
class Cancellation {
 public:
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

/// A model with what the user knows and wants beside it.
struct KnowingExtractor {
  Extractor extractor;
  Gazetteer gazetteer;
  Verbs verbs;
  bool quotes = true;
};

std::shared_ptr<Record> to_document(const Article& article, Document&& results) {
  auto record = std::make_shared<Record>();
  record->results = std::move(results);
  record->text = article.text;
  record->id = article.id;
  record->published = article.published;
  return record;
}

// The core keeps a copy of the text. Here the caller's own str takes its place.
Document find(const KnowingExtractor& self, const Article& article, bool boilerplate) {
  Document results = self.extractor.extract(article.utf8(), {.published = article.published,
                                                             .boilerplate = boilerplate,
                                                             .quotes = self.quotes,
                                                             .gazetteer = self.gazetteer,
                                                             .verbs = self.verbs});
  results.text = {};
  return results;
}

std::shared_ptr<Record> extract(const KnowingExtractor& extractor, const Article& article, bool boilerplate) {
  Document results;
  {
    // Safe without the GIL: the caller's reference keeps the article, whose text is immutable, and an Extractor may be
    // used by any number of threads. Nothing in here touches a Python object.
    const py::gil_scoped_release unlocked;
    results = find(extractor, article, boilerplate);
  }
  return to_document(article, std::move(results));
}

// The documents of the articles, up to one that fails, and what it failed with (or None).
py::tuple extract_batch(const KnowingExtractor& extractor, const std::vector<std::shared_ptr<const Article>>& articles,
                        bool boilerplate, const Cancellation& cancellation) {
  std::vector<Document> results;
  results.reserve(articles.size());
  std::exception_ptr failure;
  {
    // Safe without the GIL, and given up once for the whole batch: `articles` holds on to every text, texts are
    // immutable, an Extractor may be used by any number of threads, and the flag is atomic. Nothing in here touches a
    // Python object.
    const py::gil_scoped_release unlocked;
    try {
      for (const auto& article : articles) {
        if (cancellation.cancelled()) break;
        results.push_back(find(extractor, *article, boilerplate));
      }
    } catch (...) {
      failure = std::current_exception();
    }
  }
  py::list documents(results.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    documents[i] = py::cast(to_document(*articles[i], std::move(results[i])));
  }
  return py::make_tuple(documents, failure ? to_python(failure) : py::none());
}

}  // namespace

void register_extractor(py::module_& module) {
  using namespace py::literals;
  py::options options;
  options.disable_function_signatures();

  py::class_<Article, std::shared_ptr<Article>>(module, "Article", py::is_final(),
                                                "What a caller says about one article, checked. Immutable.")
      .def(py::init<py::object, py::object, py::object>(), "text"_a, "id"_a = py::none(), "published"_a = py::none())
      .def("__len__", [](const Article& article) { return PyUnicode_GET_LENGTH(article.text.ptr()); })
      .def_property_readonly("id", [](const Article& article) { return article.id; });

  py::class_<Cancellation>(module, "Cancellation", py::is_final(),
                           "Tells the batches that share it to stop before their next article.")
      .def(py::init<>())
      .def("cancel", &Cancellation::cancel);

  py::class_<KnowingExtractor>(module, "Extractor", py::is_final(),
                               "A model, mapped into memory, and a gazetteer. Immutable; any thread may use it.")
      .def(py::init([](const std::string& model, const Gazetteer* gazetteer, const Verbs* verbs, bool quotes) {
             const auto known = gazetteer == nullptr ? Gazetteer() : *gazetteer;
             const auto speaking = verbs == nullptr ? Verbs() : *verbs;
             // Safe without the GIL: reading the file touches no Python object, and all three are copies.
             const py::gil_scoped_release unlocked;
             return KnowingExtractor{Extractor::open(std::filesystem::path(model)), known, speaking, quotes};
           }),
           "model"_a, "gazetteer"_a = py::none(), "verbs"_a = py::none(), "quotes"_a = true)
      .def("extract", &extract, "article"_a, "boilerplate"_a)
      .def("extract_batch", &extract_batch, "articles"_a, "boilerplate"_a, "cancellation"_a);
}

}  // namespace pullquote::python
